package org.reelbench.encoding.internal;

import java.util.concurrent.atomic.AtomicLong;

import org.reelbench.media.Cancellation;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;

/** Counts the bytes that go into a film, from which follows how large it will be. */
record CountingMuxer(Muxer muxer, AtomicLong writtenBytes) implements Muxer {

    @Override
    public void write(int stream, EncodedPacket packet) throws MediaException {
        muxer.write(stream, packet);
        writtenBytes.addAndGet(packet.data().byteSize());
    }

    @Override
    public void finish(Cancellation cancellation) throws MediaException {
        muxer.finish(cancellation);
    }

    @Override
    public void close() {
        muxer.close();
    }
}
