package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Plays sound and is the clock of playback: {@link #framesPlayed} is what pictures are shown by. A frame here is one sample of
 * every channel.
 * <p>
 * One thread writes; every other method may be called from any thread, also while a write waits.
 * <p>
 * Whoever opened the sink closes it.
 */
@ProviderType
public interface AudioSink extends AutoCloseable {

    /**
     * Returns what plays, for people.
     *
     * @return the device's name, or words that tell that there is none
     */
    String device();

    /**
     * Tells whether nobody hears anything because there is no device.
     *
     * @return true for the silent clock
     */
    boolean isSilent();

    /**
     * Returns how many frames fit into the sink's buffer: at most so far is writing ahead of what is heard.
     *
     * @return the number of frames, above 0
     */
    int bufferFrames();

    /** Begins to play, or goes on after {@link #pause}. */
    void start();

    /** Stops at once and keeps what is buffered; the clock stands still. */
    void pause();

    /**
     * Plays samples; waits while the buffer is full.
     *
     * @param channels one array a channel, values nominally −1 to 1; louder ones are clipped
     * @param offset where in the arrays to begin
     * @param count how many frames
     * @return how many were taken: {@code count}, or fewer if the sink was paused, flushed or closed meanwhile
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    int write(float[][] channels, int offset, int count) throws InterruptedException;

    /**
     * Returns the clock: how many frames have been played since the sink was opened. Never goes back.
     *
     * @return the number of frames
     */
    long framesPlayed();

    /** Throws away what is buffered and not played; the clock does not count it. */
    void flush();

    /**
     * Waits until what is buffered is played; returns at once if the sink is paused.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void drain() throws InterruptedException;

    /** Stops and gives the device back; a write that waits returns. Closing twice is harmless. */
    @Override
    void close();
}
