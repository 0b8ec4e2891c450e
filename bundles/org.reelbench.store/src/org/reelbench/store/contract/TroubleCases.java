package org.reelbench.store.contract;

import static org.reelbench.store.contract.Bench.ROOMY;
import static org.reelbench.store.contract.Bench.bytes;
import static org.reelbench.store.contract.Bench.channel;
import static org.reelbench.store.contract.Bench.check;
import static org.reelbench.store.contract.Bench.has;
import static org.reelbench.store.contract.Bench.holds;
import static org.reelbench.store.contract.Bench.id;
import static org.reelbench.store.contract.Bench.is;
import static org.reelbench.store.contract.Bench.put;
import static org.reelbench.store.contract.Bench.read;
import static org.reelbench.store.contract.Bench.reader;
import static org.reelbench.store.contract.Bench.refused;
import static org.reelbench.store.contract.Bench.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Retention;
import org.reelbench.store.contract.ChunkStoreContract.Case;

/** That nothing wrong is ever served or left behind, whatever goes wrong or comes together. */
final class TroubleCases {

    private static final int SIZE = 300_000;
    private static final int THREADS = 4;

    private final ChunkStoreContract contract;

    TroubleCases(ChunkStoreContract contract) {
        this.contract = contract;
    }

    List<Case> cases() {
        return List.of(new Case("a put that ends early or fails leaves nothing", this::failedPut),
                new Case("damage of any byte is seen, and the chunk can be put again", this::damage),
                new Case("damage does not hurt ranges that are whole", this::damageElsewhere),
                new Case("a deleted chunk is never read as another", this::deletedWhileRead),
                new Case("of many who put one chunk one does", this::race),
                new Case("many threads see whole chunks only, and the quota is kept", this::crowd),
                new Case("a closed store says that it is closed", this::closed),
                new Case("a store is open once at a time", this::twice));
    }

    private void failedPut() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            put(store, "other", 1000);
            long used = store.usage().usedBytes();
            refused(Reason.WRONG_SIZE, () -> store.put(id("a"), channel(new byte[SIZE - 1]), SIZE, Retention.KEPT));
            try {
                store.put(id("a"), new Breaking(SIZE / 2), SIZE, Retention.KEPT);
                throw new AssertionError("the failure was swallowed");
            } catch (IOException e) {
                is("broken on purpose", e.getMessage(), "the failure");
            }
            check(!has(store, "a"), "the chunk is not there");
            is(used, store.usage().usedBytes(), "what is used");
            check(put(store, "a", SIZE), "it can be put now");
            holds(store, "a", SIZE);
        }
    }

    /** Gives some bytes and then breaks. */
    private static final class Breaking implements ReadableByteChannel {

        private int left;

        Breaking(int bytes) {
            this.left = bytes;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (left == 0) {
                throw new IOException("broken on purpose");
            }
            int count = Math.min(left, Math.min(1000, target.remaining()));
            target.position(target.position() + count);
            left -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private void damage() throws Exception {
        for (long position : new long[] { 0, 65_535, 65_536, 200_000, SIZE - 1 }) {
            try (ChunkStore store = contract.open(ROOMY)) {
                put(store, "a", SIZE);
            }
            contract.damage(id("a"), position);
            try (ChunkStore store = contract.open(ROOMY)) {
                refused(Reason.CORRUPT, () -> read(store, "a"));
                is(Optional.empty(), store.head(id("a")), "the chunk damaged at " + position);
                is(0L, store.usage().usedBytes(), "what is used");
                check(put(store, "a", SIZE), "it can be put again");
                holds(store, "a", SIZE);
                store.delete(id("a"));
            }
        }
    }

    private void damageElsewhere() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            put(store, "a", SIZE);
        }
        contract.damage(id("a"), SIZE - 1);
        try (ChunkStore store = contract.open(ROOMY)) {
            byte[] right = bytes("a", SIZE);
            try (ChunkReader reader = reader(store, "a")) {
                ByteBuffer target = ByteBuffer.allocate(1000);
                reader.read(500, target);
                check(Arrays.equals(target.array(), 0, 1000, right, 500, 1500), "what is whole is right");
            } catch (ChunkStoreException e) {
                // A store that checks all of a chunk at once is right, too.
                is(Reason.CORRUPT, e.reason(), "the reason");
            }
        }
    }

    private void deletedWhileRead() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            put(store, "a", SIZE);
            try (ChunkReader reader = reader(store, "a")) {
                store.delete(id("a"));
                store.put(id("a"), channel(new byte[SIZE]), SIZE, Retention.EVICTABLE);
                ByteBuffer target = ByteBuffer.allocate(SIZE);
                try {
                    reader.read(0, target);
                    check(Arrays.equals(bytes("a", SIZE), target.array()), "the reader goes on with what it opened");
                } catch (IOException e) {
                    check(e.getMessage() != null, "or it says why it cannot");
                }
            }
            check(Arrays.equals(new byte[SIZE], read(store, "a")), "the new chunk is not hurt by it");
        }
    }

    private void race() throws Exception {
        try (ChunkStore store = contract.open(ROOMY)) {
            for (int round = 0; round < 20; round++) {
                String name = "r" + round;
                List<Callable<Boolean>> calls = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    calls.add(() -> put(store, name, 70_000));
                }
                is(1L, together(calls).stream().filter(put -> put).count(), "how many have put " + name);
                holds(store, name, 70_000);
            }
        }
    }

    private void crowd() throws Exception {
        int size = 50_000;
        try (ChunkStore store = contract.open(settings(10 * size))) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                calls.add(() -> {
                    for (int i = 0; i < 150; i++) {
                        visit(store, "c" + random.nextInt(20), size, random.nextInt(10));
                    }
                    return true;
                });
            }
            together(calls);
            for (int i = 0; i < 20; i++) {
                if (has(store, "c" + i)) {
                    holds(store, "c" + i, size);
                }
            }
        }
    }

    private static void visit(ChunkStore store, String name, int size, int what) throws Exception {
        if (what == 0) {
            store.delete(id(name));
        } else if (what < 5) {
            put(store, name, size);
        } else {
            try (ChunkReader reader = store.open(id(name)).orElse(null)) {
                ByteBuffer target = ByteBuffer.allocate(size);
                if (reader != null && intact(reader, target)) {
                    check(Arrays.equals(bytes(name, size), target.array()), "the bytes of " + name + " are right");
                }
            }
        }
        check(store.usage().usedBytes() <= store.usage().quotaBytes(), "the quota is kept");
    }

    /** Reads a chunk that somebody else may delete meanwhile. */
    private static boolean intact(ChunkReader reader, ByteBuffer target) {
        try {
            return reader.read(0, target) == target.capacity();
        } catch (IOException e) {
            check(!(e instanceof ChunkStoreException damage) || damage.reason() != Reason.CORRUPT, "nothing is damaged: " + e);
            return false;
        }
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw e;
        }
    }

    private void closed() throws Exception {
        ChunkStore store = contract.open(ROOMY);
        put(store, "a", SIZE);
        ChunkReader reader = reader(store, "a");
        store.close();
        store.close();
        refused(Reason.CLOSED, () -> put(store, "b", 10));
        refused(Reason.CLOSED, () -> store.open(id("a")));
        refused(Reason.CLOSED, () -> store.head(id("a")));
        refused(Reason.CLOSED, () -> store.delete(id("a")));
        refused(Reason.CLOSED, () -> store.list("", "", 1));
        refused(Reason.CLOSED, store::usage);
        refused(Reason.CLOSED, () -> reader.read(0, ByteBuffer.allocate(1)));
        reader.close();
        try (ChunkStore again = contract.open(ROOMY)) {
            holds(again, "a", SIZE);
        }
    }

    private void twice() throws Exception {
        ChunkStore store = contract.open(ROOMY);
        try (store) {
            refused(Reason.IN_USE, () -> contract.open(ROOMY).close());
            put(store, "a", 10);
        }
        contract.open(ROOMY).close();
    }
}
