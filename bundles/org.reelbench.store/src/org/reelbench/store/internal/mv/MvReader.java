package org.reelbench.store.internal.mv;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.reelbench.store.ChunkReader;
import org.reelbench.store.internal.BlockSum;
import org.reelbench.store.internal.Ledger.Entry;

/** Reads the blocks of one chunk. */
final class MvReader implements ChunkReader {

    private final MvChunkStore store;
    private final Entry<Place> entry;
    private boolean closed;

    MvReader(MvChunkStore store, Entry<Place> entry) {
        this.store = store;
        this.entry = entry;
    }

    @Override
    public long sizeBytes() {
        return entry.head().sizeBytes();
    }

    @Override
    public int read(long positionBytes, ByteBuffer target) throws IOException {
        if (positionBytes < 0) {
            throw new IllegalArgumentException("the position must be 0 or more, not " + positionBytes);
        }
        store.requireOpen();
        if (positionBytes >= sizeBytes()) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), sizeBytes() - positionBytes);
        int done = 0;
        while (done < count) {
            long position = positionBytes + done;
            int block = (int) (position / BlockSum.BLOCK_BYTES);
            int from = (int) (position % BlockSum.BLOCK_BYTES);
            ByteBuffer bytes = store.block(entry, block);
            int part = Math.min(count - done, bytes.remaining() - from);
            target.put(bytes.slice(from, part));
            done += part;
        }
        return count;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            store.unlease(entry);
        }
    }
}
