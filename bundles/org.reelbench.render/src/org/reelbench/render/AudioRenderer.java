package org.reelbench.render;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;

/**
 * Renders the sound of one sequence snapshot: two channels of float samples at the sequence's rate, mixed at unity gain.
 * Clips at another speed are as high as they were recorded, or sound higher or lower with it, as they say; frozen ones, and those
 * faster than 32 times, are silent. Where the sequence has a limiter, nothing rises above −1 dBFS, between samples neither.
 * <p>
 * One thread at a time. The samples of a range are the same however it is cut into calls.
 * <p>
 * Holds decoders only for the clips of the range read last. Whoever opened the renderer closes it.
 */
@ProviderType
public interface AudioRenderer extends AutoCloseable {

    /** How many channels are rendered. */
    int CHANNELS = 2;

    /**
     * Renders samples.
     *
     * @param firstSample the number of the first sample in the sequence
     * @param channels {@link #CHANNELS} arrays, each at least {@code offset + count} long; what they held is replaced
     * @param offset where in the arrays to begin
     * @param count how many samples a channel
     * @param cancellation asks to stop
     * @throws RenderException naming the clip that failed
     */
    void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) throws RenderException;

    /** Gives back decoders. Closing twice is harmless. */
    @Override
    void close();
}
