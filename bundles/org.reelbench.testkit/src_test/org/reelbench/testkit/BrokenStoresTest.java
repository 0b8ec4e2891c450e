package org.reelbench.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreProvider;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.StoreUsage;

/** The contract of chunk stores finds one that is a map and nothing more. */
class BrokenStoresTest {

    /** One map for all addresses, without quota, sums or any word when it is closed. */
    private static final class Careless implements ChunkStoreProvider, ChunkStore {

        private final Map<ChunkId, byte[]> chunks = new HashMap<>();

        @Override
        public ChunkStore open(URI address, StoreSettings settings) {
            return this;
        }

        @Override
        public boolean put(ChunkId id, ReadableByteChannel bytes, long sizeBytes, Retention retention) throws IOException {
            ByteBuffer copy = ByteBuffer.allocate((int) sizeBytes);
            while (copy.hasRemaining() && bytes.read(copy) >= 0) {
                // what is missing stays zero
            }
            return chunks.put(id, copy.array()) == null;
        }

        @Override
        public Optional<ChunkReader> open(ChunkId id) {
            return Optional.ofNullable(chunks.get(id)).map(Plain::new);
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
            return chunks.keySet().stream().filter(id -> id.value().compareTo(after) > 0).flatMap(id -> head(id).stream())
                    .limit(limit).toList();
        }

        @Override
        public StoreUsage usage() {
            return new StoreUsage(chunks.size(), chunks.values().stream().mapToLong(bytes -> bytes.length).sum(), 1 << 20);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private record Plain(byte[] bytes) implements ChunkReader {

        @Override
        public long sizeBytes() {
            return bytes.length;
        }

        @Override
        public int read(long positionBytes, ByteBuffer target) {
            int count = Math.min(target.remaining(), bytes.length - (int) positionBytes);
            target.put(bytes, (int) positionBytes, count);
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void oneThatKeepsNoPromise() throws InterruptedException {
        Careless careless = new Careless();
        AtomicInteger next = new AtomicInteger();
        ChunkStoreProviderContract contract = new ChunkStoreProviderContract(careless,
                () -> URI.create("careless:" + next.getAndIncrement()),
                (_, id, position) -> careless.chunks.get(id)[(int) position] ^= 1, URI.create("careless:?"));
        List<String> broken = Broken.sentences(contract);
        assertTrue(broken.containsAll(List.of("each address is a store of its own",
                "an address that means nothing is refused", "any range can be read", "a chunk is put once and never changed",
                "chunks are listed in order, by prefix, a page at a time",
                "the quota is kept while chunks are written, not only afterwards",
                "the chunk not used for the longest time goes first",
                "a chunk larger than the quota is refused before a byte of it is read, and evicts nothing",
                "a put that ends early or fails leaves nothing",
                "damage of any byte is seen, and the chunk can be put again", "a closed store says that it is closed",
                "a store is open once at a time")), broken::toString);
    }
}
