package org.reelbench.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Chunks;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;

/** Does at random what can be done with a store, and compares it with what must be there. */
class ChunkStoreProperties {

    private static final int STEPS = "deep".equals(System.getProperty("reelbench.tier")) ? 20_000 : 600;
    private static final StoreSettings SETTINGS = new StoreSettings(600_000, Durability.PROGRAM);

    private final long seed = Long.getLong("reelbench.seed", System.nanoTime());
    private final Random random = new Random(seed);
    /** What was put and not deleted: the kept ones must be there, of the others those used last. */
    private final Map<String, Integer> kept = new TreeMap<>();
    private final Map<String, Integer> evictable = new TreeMap<>();
    private final ChunkStores stores = new LocalChunkStores();

    /** Opens the store under test. */
    private interface Opening {
        ChunkStore open() throws IOException;
    }

    @Test
    void aFolderHoldsWhatItMust(@TempDir Path folder) throws Exception {
        run(() -> stores.inFolder(folder, SETTINGS));
    }

    @Test
    void aFileHoldsWhatItMust(@TempDir Path folder) throws Exception {
        run(() -> stores.inFile(folder.resolve("small.chunks"), SETTINGS));
    }

    private void run(Opening opening) throws Exception {
        ChunkStore store = opening.open();
        try {
            for (int step = 0; step < STEPS; step++) {
                String why = "seed " + seed + " step " + step;
                if (random.nextInt(50) == 0) {
                    store.close();
                    store = opening.open();
                }
                step(store, why);
                if (step % 20 == 0) {
                    compare(store, why);
                }
            }
            compare(store, "seed " + seed + " at the end");
        } finally {
            store.close();
        }
    }

    private void step(ChunkStore store, String why) throws IOException {
        String id = "c" + random.nextInt(60);
        switch (random.nextInt(6)) {
        case 0 -> {
            boolean was = store.head(new ChunkId(id)).isPresent();
            assertEquals(was, store.delete(new ChunkId(id)), why);
            kept.remove(id);
            evictable.remove(id);
        }
        case 1 -> store.open(new ChunkId(id)).ifPresent(reader -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        case 2 -> put(store, id, random.nextInt(70_000), Retention.KEPT, why);
        default -> put(store, id, random.nextInt(90_000), Retention.EVICTABLE, why);
        }
    }

    private void put(ChunkStore store, String id, int size, Retention retention, String why) throws IOException {
        boolean was = store.head(new ChunkId(id)).isPresent();
        try {
            assertEquals(!was, Chunks.put(store, id, size, retention), why);
            if (!was) {
                (retention == Retention.KEPT ? kept : evictable).put(id, size);
                (retention == Retention.KEPT ? evictable : kept).remove(id);
                assertTrue(store.head(new ChunkId(id)).isPresent(), why);
            }
        } catch (ChunkStoreException e) {
            assertEquals(Reason.FULL, e.reason(), why);
            long keptBytes = kept.values().stream().mapToLong(Integer::longValue).sum();
            assertTrue(keptBytes + size > SETTINGS.quotaBytes() * 9 / 10, why + ": there was room for " + id);
        }
    }

    private void compare(ChunkStore store, String why) throws IOException {
        Chunks.assertIntact(store, why);
        assertTrue(store.usage().usedBytes() <= SETTINGS.quotaBytes(), why);
        Map<String, Integer> there = new TreeMap<>();
        for (ChunkHead head : store.list("", "", 1000)) {
            boolean right = head.retention() == Retention.KEPT
                    ? kept.containsKey(head.id().value())
                    : evictable.containsKey(head.id().value());
            assertTrue(right, why + ": " + head);
            there.put(head.id().value(), (int) head.sizeBytes());
        }
        kept.forEach((id, size) -> assertEquals(size, there.get(id), why + ": " + id));
    }
}
