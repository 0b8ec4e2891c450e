package org.reelbench.remote.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.StoreUsage;

/** Stores that outlive their being closed, as folders do; each chunk must fit into the quota, and nothing is evicted. */
final class MemoryStores implements ChunkStores {

    private final Map<Path, Map<ChunkId, byte[]>> folders = new ConcurrentHashMap<>();
    private final Set<Path> inUse = ConcurrentHashMap.newKeySet();

    @Override
    public ChunkStore inFolder(Path folder, StoreSettings settings) throws IOException {
        if (!inUse.add(folder)) {
            throw new ChunkStoreException(Reason.IN_USE, folder + " is in use");
        }
        return new Store(folder, settings.quotaBytes());
    }

    @Override
    public ChunkStore inFile(Path file, StoreSettings settings) throws IOException {
        throw new IOException("remote media are kept in folders");
    }

    /** Makes every chunk be found damaged once. */
    void damage() {
        folders.values().forEach(chunks -> chunks.replaceAll((_, _) -> new byte[0]));
    }

    private final class Store implements ChunkStore {

        private final Path folder;
        private final Map<ChunkId, byte[]> chunks;
        private final long quotaBytes;
        private volatile boolean closed;

        Store(Path folder, long quotaBytes) {
            this.folder = folder;
            this.quotaBytes = quotaBytes;
            chunks = folders.computeIfAbsent(folder, _ -> new ConcurrentHashMap<>());
        }

        private void checkOpen() throws ChunkStoreException {
            if (closed) {
                throw new ChunkStoreException(Reason.CLOSED, "the store is closed");
            }
        }

        @Override
        public boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException {
            checkOpen();
            if (sizeBytes > quotaBytes) {
                throw new ChunkStoreException(Reason.FULL, id + " is too large");
            }
            ByteBuffer copy = ByteBuffer.allocate((int) sizeBytes);
            while (copy.hasRemaining()) {
                if (bytes.read(copy) < 0) {
                    throw new ChunkStoreException(Reason.WRONG_SIZE, id + " is too short");
                }
            }
            return chunks.putIfAbsent(id, copy.array()) == null;
        }

        @Override
        public Optional<ChunkReader> open(ChunkId id) throws IOException {
            checkOpen();
            byte[] bytes = chunks.get(id);
            if (bytes != null && bytes.length == 0) {
                chunks.remove(id);
                throw new ChunkStoreException(Reason.CORRUPT, id + " is damaged");
            }
            return bytes == null ? Optional.empty() : Optional.of(new BytesReader(bytes));
        }

        @Override
        public Optional<ChunkHead> head(ChunkId id) {
            return Optional.ofNullable(chunks.get(id)).map(bytes -> new ChunkHead(id, bytes.length, Retention.EVICTABLE));
        }

        @Override
        public boolean delete(ChunkId id) {
            return chunks.remove(id) != null;
        }

        @Override
        public List<ChunkHead> list(String prefix, String after, int limit) {
            return chunks.keySet().stream().sorted()
                    .filter(id -> id.value().startsWith(prefix) && id.value().compareTo(after) > 0)
                    .limit(limit).flatMap(id -> head(id).stream()).toList();
        }

        @Override
        public StoreUsage usage() {
            return new StoreUsage(chunks.size(), chunks.values().stream().mapToLong(bytes -> bytes.length).sum(), quotaBytes);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                inUse.remove(folder);
            }
        }
    }

    private record BytesReader(byte[] bytes) implements ChunkReader {

        @Override
        public long sizeBytes() {
            return bytes.length;
        }

        @Override
        public int read(long positionBytes, ByteBuffer target) {
            if (positionBytes >= bytes.length) {
                return -1;
            }
            int count = (int) Math.min(target.remaining(), bytes.length - positionBytes);
            target.put(bytes, (int) positionBytes, count);
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
