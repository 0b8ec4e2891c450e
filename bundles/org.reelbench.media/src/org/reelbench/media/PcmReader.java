package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Delivers the sound of one stream as float samples of a fixed rate and channel count, by sample number, exactly.
 * <p>
 * One thread at a time. The samples of a range are the same however the range was reached: reading on, or after a jump.
 * Reading on is cheap; a jump costs a seek and the decoder's lead-in.
 * <p>
 * Whoever opened the reader closes it, before its byte source.
 */
@ProviderType
public interface PcmReader extends AutoCloseable {

    /**
     * Returns the stream read.
     *
     * @return what probing said of it
     */
    AudioStreamInfo stream();

    /**
     * Reads a range of samples; what lies before the start or after the end of the stream is silence.
     *
     * @param firstSample the number of the first sample in the reader's output rate, counted from the start of the medium; may be
     *            negative
     * @param channels one array a channel, each at least {@code offset + count} long, values nominally −1 to 1
     * @param offset where in the arrays to begin
     * @param count how many samples a channel, 0 or more
     * @param cancellation asks to stop
     * @throws MediaException {@link MediaException.Reason#DAMAGED} if nothing can be decoded,
     *             {@link MediaException.Reason#UNREADABLE} if the bytes cannot be read
     * @throws CancelledException if cancelled; the reader stays usable
     */
    void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) throws MediaException;

    /** Closes the reader. Closing twice is harmless. */
    @Override
    void close();
}
