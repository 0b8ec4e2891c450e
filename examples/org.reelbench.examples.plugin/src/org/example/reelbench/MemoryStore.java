package org.example.reelbench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreUsage;

/** A shelf, open: says no when it is closed, and counts. */
final class MemoryStore implements ChunkStore {

    private final Shelf shelf;
    private final long quotaBytes;
    private volatile boolean closed;

    MemoryStore(Shelf shelf, long quotaBytes) throws ChunkStoreException {
        this.shelf = shelf;
        this.quotaBytes = quotaBytes;
        shelf.take(quotaBytes);
    }

    private void checkOpen() throws ChunkStoreException {
        if (closed) {
            throw new ChunkStoreException(Reason.CLOSED, "the store in memory is closed");
        }
    }

    @Override
    public boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException {
        checkOpen();
        if (sizeBytes < 0 || sizeBytes > MAX_CHUNK_BYTES) {
            throw new IllegalArgumentException("a chunk has at most " + MAX_CHUNK_BYTES + " bytes, not " + sizeBytes);
        }
        if (head(id).isPresent()) {
            return false;
        }
        shelf.reserve(id, sizeBytes, quotaBytes);
        boolean isPut = false;
        try {
            ByteBuffer copy = ByteBuffer.allocate((int) sizeBytes);
            while (copy.hasRemaining()) {
                if (bytes.read(copy) < 0) {
                    throw new ChunkStoreException(Reason.WRONG_SIZE, id + " has fewer bytes than announced");
                }
            }
            isPut = shelf.put(id, copy.array(), retention);
            return isPut;
        } finally {
            if (!isPut) {
                shelf.giveBack(sizeBytes);
            }
        }
    }

    @Override
    public Optional<ChunkReader> open(ChunkId id) throws IOException {
        checkOpen();
        return Optional.ofNullable(shelf.open(id)).map(Reader::new);
    }

    @Override
    public Optional<ChunkHead> head(ChunkId id) throws IOException {
        checkOpen();
        return Optional.ofNullable(shelf.head(id));
    }

    @Override
    public boolean delete(ChunkId id) throws IOException {
        checkOpen();
        return shelf.delete(id);
    }

    @Override
    public List<ChunkHead> list(String prefix, String after, int limit) throws IOException {
        checkOpen();
        return shelf.ids().stream().filter(id -> id.value().startsWith(prefix) && id.value().compareTo(after) > 0).sorted()
                .limit(limit).flatMap(id -> Optional.ofNullable(shelf.head(id)).stream()).toList();
    }

    @Override
    public StoreUsage usage() throws IOException {
        checkOpen();
        return new StoreUsage(shelf.size(), shelf.usedBytes(), quotaBytes);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            shelf.leave();
        }
    }

    /** Reads one chunk, which stays as it was even if it is deleted. */
    private final class Reader implements ChunkReader {

        private final Shelf.Kept kept;
        private boolean done;

        Reader(Shelf.Kept kept) {
            this.kept = kept;
        }

        @Override
        public long sizeBytes() {
            return kept.bytes().length;
        }

        @Override
        public int read(long positionBytes, ByteBuffer target) throws IOException {
            checkOpen();
            if (positionBytes >= sizeBytes()) {
                return -1;
            }
            int count = (int) Math.min(target.remaining(), sizeBytes() - positionBytes);
            target.put(kept.bytes(), (int) positionBytes, count);
            return count;
        }

        @Override
        public void close() {
            if (!done) {
                done = true;
                shelf.close(kept);
            }
        }
    }
}
