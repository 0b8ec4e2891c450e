package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes encoded streams as fragments in memory, each of which can be sent while the next is encoded.
 * <p>
 * One thread at a time. Whoever opened the muxer closes it.
 * <p>
 * Holds what it has written until it is closed, so it is for pieces of seconds, not for films. Equal packets make equal bytes.
 */
@ProviderType
public interface FragmentMuxer extends AutoCloseable {

    /**
     * Returns what a player needs before the first fragment: which streams there are and how they are decoded.
     *
     * @return the bytes, {@code ftyp} and {@code moov} (ISO 14496-12), the caller's to keep; known from the start
     */
    byte[] init();

    /**
     * Takes a packet into the fragment that is under way. The first packet of each stream has the decoding time 0.
     *
     * @param stream the stream, as numbered when the muxer was opened
     * @param packet the packet, its time stamps in ticks of the stream's {@link CodecParameters#timeBase}
     * @throws MediaException {@link MediaException.Reason#UNWRITABLE} if the container refuses it
     */
    void write(int stream, EncodedPacket packet) throws MediaException;

    /**
     * Ends the fragment that is under way.
     *
     * @return its bytes, {@code moof} and {@code mdat}, the caller's to keep; empty if no packet came since the last one
     * @throws MediaException {@link MediaException.Reason#UNWRITABLE} if the container refuses what it was given
     */
    byte[] flush() throws MediaException;

    /** Gives back the memory; a fragment that is under way is lost. Closing twice is harmless. */
    @Override
    void close();
}
