package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes encoded streams into one file.
 * <p>
 * One thread at a time. Whoever opened the muxer closes it; a file closed before {@link #finish} is not playable.
 */
@ProviderType
public interface Muxer extends AutoCloseable {

    /**
     * Writes a packet. Packets of one stream come in decoding order; streams are interleaved by the muxer.
     *
     * @param stream the stream, as numbered when the muxer was opened
     * @param packet the packet, its time stamps in ticks of the stream's {@link CodecParameters#timeBase}
     * @throws MediaException {@link MediaException.Reason#DISK_FULL} or {@link MediaException.Reason#UNWRITABLE}
     */
    void write(int stream, EncodedPacket packet) throws MediaException;

    /**
     * Writes what belongs at the end, which may mean moving all that was written, and sees to it that all bytes are on the disk.
     * A cancelled end leaves a file that is not playable.
     *
     * @param cancellation the wish to stop
     * @throws MediaException {@link MediaException.Reason#DISK_FULL} or {@link MediaException.Reason#UNWRITABLE}
     * @throws CancelledException if somebody cancelled
     */
    void finish(Cancellation cancellation) throws MediaException;

    /** Closes the file, finished or not. Closing twice is harmless. */
    @Override
    void close();
}
