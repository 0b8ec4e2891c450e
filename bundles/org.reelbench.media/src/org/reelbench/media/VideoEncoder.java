package org.reelbench.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Encodes pictures.
 * <p>
 * One thread at a time. Whoever opened the encoder closes it.
 */
@ConsumerType
public interface VideoEncoder extends AutoCloseable {

    /**
     * Returns what a muxer must know.
     *
     * @return the parameters
     */
    CodecParameters parameters();

    /**
     * Encodes one frame.
     *
     * @param frame the frame, of the encoding's size and format; stays the caller's
     * @param ptsTicks when it is shown, in ticks of the encoding's time base, rising from frame to frame
     * @param sync true to make it a sync sample
     * @param sink takes the packets that are ready, none or several
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if the encoder fails, or what the sink threw
     */
    void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException;

    /**
     * Delivers the packets still inside; nothing may be encoded after that.
     *
     * @param sink takes the packets
     * @throws MediaException if the encoder fails, or what the sink threw
     */
    void finish(PacketSink sink) throws MediaException;

    /** Closes the encoder; packets not delivered are lost. Closing twice is harmless. */
    @Override
    void close();
}
