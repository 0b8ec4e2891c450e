package org.reelbench.encoding.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.StoreUsage;

/** A store in memory that a test can damage, and that outlives the cache. */
public final class FakeStores implements ChunkStores, ChunkStore {

    final TreeMap<String, byte[]> chunks = new TreeMap<>();
    int open;
    boolean corrupt;
    boolean inUse;
    long quotaBytes;

    @Override
    public ChunkStore inFolder(Path folder, StoreSettings settings) throws IOException {
        if (inUse) {
            throw new ChunkStoreException(ChunkStoreException.Reason.IN_USE, folder + " is in use");
        }
        quotaBytes = settings.quotaBytes();
        return this;
    }

    @Override
    public ChunkStore inFile(Path file, StoreSettings settings) {
        throw new AssertionError("segments are too large for one file");
    }

    @Override
    public boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) sizeBytes);
        while (all.hasRemaining() && bytes.read(all) >= 0) {
            // until it is whole
        }
        return chunks.putIfAbsent(id.value(), all.array()) == null;
    }

    @Override
    public Optional<ChunkReader> open(ChunkId id) {
        byte[] chunk = chunks.get(id.value());
        return chunk == null ? Optional.empty() : Optional.of(reader(chunk));
    }

    private ChunkReader reader(byte[] chunk) {
        open++;
        return new ChunkReader() {

            @Override
            public long sizeBytes() {
                return chunk.length;
            }

            @Override
            public int read(long positionBytes, ByteBuffer target) throws IOException {
                if (corrupt) {
                    throw new ChunkStoreException(ChunkStoreException.Reason.CORRUPT, "other bytes");
                }
                if (positionBytes >= chunk.length) {
                    return -1;
                }
                int count = (int) Math.min(target.remaining(), chunk.length - positionBytes);
                target.put(chunk, (int) positionBytes, count);
                return count;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public Optional<ChunkHead> head(ChunkId id) {
        return Optional.ofNullable(chunks.get(id.value())).map(chunk -> new ChunkHead(id, chunk.length, Retention.EVICTABLE));
    }

    @Override
    public boolean delete(ChunkId id) {
        return chunks.remove(id.value()) != null;
    }

    @Override
    public List<ChunkHead> list(String prefix, String after, int limit) {
        return chunks.tailMap(after, false).entrySet().stream().limit(limit)
                .map(entry -> new ChunkHead(new ChunkId(entry.getKey()), entry.getValue().length, Retention.EVICTABLE)).toList();
    }

    @Override
    public StoreUsage usage() {
        return new StoreUsage(chunks.size(), chunks.values().stream().mapToLong(chunk -> chunk.length).sum(), quotaBytes);
    }

    @Override
    public void close() {
        // its chunks stay
    }
}
