package org.reelbench.store.contract;

import static org.reelbench.store.contract.Bench.bytes;
import static org.reelbench.store.contract.Bench.check;
import static org.reelbench.store.contract.Bench.channel;
import static org.reelbench.store.contract.Bench.has;
import static org.reelbench.store.contract.Bench.holds;
import static org.reelbench.store.contract.Bench.id;
import static org.reelbench.store.contract.Bench.put;
import static org.reelbench.store.contract.Bench.reader;
import static org.reelbench.store.contract.Bench.refused;
import static org.reelbench.store.contract.Bench.settings;
import static org.reelbench.store.contract.Bench.use;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.List;

import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreUsage;
import org.reelbench.store.contract.ChunkStoreContract.Case;

/** That a store keeps to its quota, and what it gives up for that. */
final class RoomCases {

    private static final int SIZE = 100_000;
    /** Room for ten chunks and what belongs to them, and not for eleven. */
    private static final long TEN = 10 * SIZE + SIZE / 2;

    private final ChunkStoreContract contract;

    RoomCases(ChunkStoreContract contract) {
        this.contract = contract;
    }

    List<Case> cases() {
        return List.of(new Case("the quota is kept while chunks are written, not only afterwards", this::whileWriting),
                new Case("the chunk not used for the longest time goes first", this::leastRecentlyUsed),
                new Case("the next program knows in which order chunks were used", this::orderSurvives),
                new Case("kept chunks are never evicted", this::kept),
                new Case("a chunk that somebody reads is not evicted", this::readers),
                new Case("a chunk larger than the quota is refused before a byte of it is read, and evicts nothing",
                        this::tooLarge),
                new Case("a smaller quota evicts when the store is opened", this::smaller));
    }

    private void whileWriting() throws Exception {
        try (ChunkStore store = contract.open(settings(TEN))) {
            for (int i = 0; i < 30; i++) {
                byte[] bytes = bytes("c" + i, SIZE);
                ReadableByteChannel plain = channel(bytes);
                store.put(id("c" + i), new Watched(plain, () -> within(store)), SIZE, Retention.EVICTABLE);
                within(store);
                holds(store, "c" + i, SIZE);
            }
            long chunks = store.usage().chunks();
            check(chunks >= 8 && chunks <= 10, "nearly as many chunks stay as fit, of 10 are " + chunks);
        }
    }

    /** Looks at the store while it reads from the channel. */
    private record Watched(ReadableByteChannel channel, Bench.Failing look) implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer target) throws IOException {
            try {
                look.run();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return channel.read(target);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static void within(ChunkStore store) throws Exception {
        StoreUsage usage = store.usage();
        check(usage.usedBytes() <= usage.quotaBytes(), usage + " is within the quota");
    }

    private void leastRecentlyUsed() throws Exception {
        try (ChunkStore store = contract.open(settings(TEN))) {
            fill(store);
            use(store, "c0");
            // Looking is not using.
            has(store, "c1");
            store.list("", "", 100);
            put(store, "new-1", SIZE);
            put(store, "new-2", SIZE);
            check(has(store, "c0") && has(store, "new-1") && has(store, "new-2"), "what was used and put last stays");
            check(!has(store, "c1"), "what was not used goes");
            check(has(store, "c9"), "what was put after it stays");
        }
    }

    private void orderSurvives() throws Exception {
        try (ChunkStore store = contract.open(settings(TEN))) {
            fill(store);
            use(store, "c0");
            use(store, "c3");
        }
        try (ChunkStore store = contract.open(settings(TEN))) {
            for (int i = 0; i < 5; i++) {
                put(store, "new-" + i, SIZE);
            }
            check(has(store, "c0") && has(store, "c3"), "what was used last before stays");
            check(!has(store, "c1") && !has(store, "c2"), "what was not goes");
        }
    }

    private static void fill(ChunkStore store) throws Exception {
        for (int i = 0; i < 10; i++) {
            put(store, "c" + i, SIZE);
        }
    }

    private void kept() throws Exception {
        try (ChunkStore store = contract.open(settings(TEN))) {
            for (int i = 0; i < 7; i++) {
                put(store, "kept-" + i, SIZE, Retention.KEPT);
            }
            for (int i = 0; i < 20; i++) {
                put(store, "c" + i, SIZE);
            }
            for (int i = 0; i < 7; i++) {
                holds(store, "kept-" + i, SIZE);
            }
            refused(Reason.FULL, () -> put(store, "large", 4 * SIZE, Retention.KEPT));
            check(has(store, "c19"), "nothing is evicted for what does not fit all the same");
            check(put(store, "kept-7", SIZE, Retention.KEPT), "what fits is put");
        }
        try (ChunkStore store = contract.open(settings(TEN))) {
            holds(store, "kept-7", SIZE);
        }
    }

    private void readers() throws Exception {
        try (ChunkStore store = contract.open(settings(TEN))) {
            fill(store);
            try (ChunkReader reader = reader(store, "c0")) {
                for (int i = 0; i < 20; i++) {
                    put(store, "new-" + i, SIZE);
                }
                ByteBuffer target = ByteBuffer.allocate(SIZE);
                reader.read(0, target);
                check(Arrays.equals(bytes("c0", SIZE), target.array()), "it can be read to the end");
                check(has(store, "c0"), "it is still there");
            }
            for (int i = 20; i < 40; i++) {
                put(store, "new-" + i, SIZE);
            }
            check(!has(store, "c0"), "it goes once nobody reads it");
        }
    }

    private void tooLarge() throws Exception {
        try (ChunkStore store = contract.open(settings(TEN))) {
            fill(store);
            long chunks = store.usage().chunks();
            ReadableByteChannel untouched = new Watched(channel(new byte[0]), () -> {
                throw new AssertionError("a byte was read");
            });
            refused(Reason.FULL, () -> store.put(id("large"), untouched, 2 * TEN, Retention.EVICTABLE));
            check(!has(store, "large"), "it is not there");
            Bench.is(chunks, store.usage().chunks(), "the number of chunks");
        }
    }

    private void smaller() throws Exception {
        try (ChunkStore store = contract.open(settings(TEN))) {
            fill(store);
            use(store, "c0");
        }
        try (ChunkStore store = contract.open(settings(TEN / 2))) {
            within(store);
            check(has(store, "c0") && has(store, "c9") && !has(store, "c1"), "what was used last stays");
        }
    }
}
