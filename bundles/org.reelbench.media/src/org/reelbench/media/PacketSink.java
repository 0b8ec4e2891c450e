package org.reelbench.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes the packets of one encoder, on the thread that encodes. */
@FunctionalInterface
@ConsumerType
public interface PacketSink {

    /**
     * Takes a packet.
     *
     * @param packet the packet; its bytes are valid until this call returns
     * @throws MediaException if it cannot be kept; encoding stops with this exception
     */
    void accept(EncodedPacket packet) throws MediaException;
}
