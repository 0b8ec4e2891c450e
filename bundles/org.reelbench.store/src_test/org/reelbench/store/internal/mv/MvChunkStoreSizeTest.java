package org.reelbench.store.internal.mv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.Chunks;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;

class MvChunkStoreSizeTest {

    private static final StoreSettings SETTINGS = new StoreSettings(30_000_000, Durability.PROGRAM);
    private static final int CHUNKS = 200;
    private static final int CHUNK_BYTES = 100_000;

    @Test
    void whatWasDeletedTakesNoRoomInTheFileOnceTheStoreIsClosed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chunks");
        try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
            for (int i = 0; i < CHUNKS; i++) {
                Chunks.put(store, "c-" + i, CHUNK_BYTES, Retention.KEPT);
            }
            for (int i = 0; i < CHUNKS; i++) {
                if (i % 10 != 0) {
                    store.delete(new ChunkId("c-" + i));
                }
            }
        }

        long used;
        try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
            Chunks.assertIntact(store, "every tenth was kept");
            used = store.usage().usedBytes();
        }
        long size = Files.size(file);
        assertTrue(size <= 2 * used + (4 << 20), size + " bytes for " + used);
    }

    @Test
    void aStoreWhoseChunksComeAndGoKeepsItsSize(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chunks");
        for (int round = 0; round < 3; round++) {
            try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
                for (int i = 0; i < CHUNKS; i++) {
                    Chunks.put(store, "c-" + round + "-" + i, CHUNK_BYTES, Retention.EVICTABLE);
                }
            }
            assertTrue(Files.size(file) <= 3 * SETTINGS.quotaBytes(), "round " + round + ": " + Files.size(file));
        }
    }
}
