package org.reelbench.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.reelbench.store.ChunkReader;

/** Reads a chunk of somebody else's store in steps, into memory that a call which hangs may keep. For one thread. */
final class ForeignReader implements ChunkReader {

    private static final int STEP_BYTES = 256 << 10;

    private final ChunkReader inner;
    private final long sizeBytes;
    private final ForeignStore store;
    private boolean closed;

    ForeignReader(ChunkReader inner, long sizeBytes, ForeignStore store) {
        this.inner = inner;
        this.sizeBytes = sizeBytes;
        this.store = store;
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public int read(long positionBytes, ByteBuffer target) throws IOException {
        int total = 0;
        do {
            ByteBuffer step = ByteBuffer.allocate(Math.min(STEP_BYTES, target.remaining()));
            long from = positionBytes + total;
            int count = store.call("read", () -> inner.read(from, step));
            if (count < 0) {
                return total == 0 ? count : total;
            }
            if (count != step.position()) {
                throw new IOException("the chunk store says that it read " + count + " bytes and gave " + step.position());
            }
            target.put(step.flip());
            total += count;
            if (count < step.capacity()) {
                return total;
            }
        } while (target.hasRemaining());
        return total;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            store.closing(inner);
        }
    }
}
