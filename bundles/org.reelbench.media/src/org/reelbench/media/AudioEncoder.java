package org.reelbench.media;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Encodes sound.
 * <p>
 * One thread at a time. Whoever opened the encoder closes it.
 */
@ConsumerType
public interface AudioEncoder extends AutoCloseable {

    /**
     * Returns what a muxer must know.
     *
     * @return the parameters
     */
    CodecParameters parameters();

    /**
     * Encodes samples; any count will do, the encoder cuts them into its own blocks.
     *
     * @param channels one array a channel, values nominally −1 to 1
     * @param offset where in the arrays to begin
     * @param count how many samples a channel
     * @param sink takes the packets that are ready, none or several
     * @throws MediaException {@link MediaException.Reason#NO_ENCODER} if the encoder fails, or what the sink threw
     */
    void encode(float[][] channels, int offset, int count, PacketSink sink) throws MediaException;

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
