package org.reelbench.capture;

/**
 * An opened device.
 * <p>
 * One thread at a time reads; {@link #stop} and {@link #close} may come from any thread.
 * <p>
 * Lives from {@link CaptureSource#open} to {@link #close}; between two recordings it is stopped and kept for a while, so that the
 * next one begins at once. Whoever opened it closes it.
 */
public sealed interface CaptureStream extends AutoCloseable permits PictureStream, SoundStream {

    /**
     * Returns what the device delivers, which may be less than it was asked for.
     *
     * @return the format, the same for the whole life of the stream
     */
    CaptureFormat format();

    /**
     * Tells whether the device goes its own way: what is not read in time is lost. Others wait, and nothing of them is ever left
     * out.
     *
     * @return true for all real devices
     */
    boolean isLive();

    /**
     * Tells whether the device still works, as far as that can be told without reading.
     *
     * @return false if it was unplugged or failed; such a stream is closed, never used again
     */
    boolean isHealthy();

    /**
     * Begins to deliver: what is read from now on was taken after this call.
     *
     * @throws CaptureException if the device is gone or refuses
     */
    void start() throws CaptureException;

    /** Ends delivering until the next start; a read under way returns {@link #NOTHING} within 200 ms. Stopping twice is harmless. */
    void stop();

    /** Stops, and gives the device back. Closing twice is harmless. */
    @Override
    void close();

    /** What a read returns where nothing came: because of {@link #stop}, or because the stream is at its end. */
    long NOTHING = Long.MIN_VALUE;
}
