package org.reelbench.media.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;

/**
 * Bytes that cannot be read any more once somebody asked to stop. Does not own what it reads from.
 *
 * @param source the bytes
 * @param stop the wish to stop
 */
record StoppableBytes(ByteSource source, Cancellation stop) implements ByteSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long sizeBytes() throws IOException {
        return source.sizeBytes();
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        stop.check();
        return source.read(positionBytes, target);
    }

    @Override
    public void close() {
        // whoever opened the source closes it
    }
}
