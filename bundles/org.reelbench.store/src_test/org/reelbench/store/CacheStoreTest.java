package org.reelbench.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** When the store of a cache is opened, and where. */
class CacheStoreTest {

    private final List<String> tried = new ArrayList<>();
    private int closed;
    private int inUse;

    private ChunkStore store() {
        return (ChunkStore) Proxy.newProxyInstance(ChunkStore.class.getClassLoader(), new Class<?>[] { ChunkStore.class },
                (_, method, _) -> {
                    assertEquals("close", method.getName());
                    closed++;
                    return null;
                });
    }

    private final ChunkStores stores = new ChunkStores() {

        @Override
        public ChunkStore inFolder(Path folder, StoreSettings settings) throws IOException {
            tried.add(folder.getFileName().toString());
            if (tried.size() <= inUse) {
                throw new ChunkStoreException(ChunkStoreException.Reason.IN_USE, folder + " is in use");
            }
            return store();
        }

        @Override
        public ChunkStore inFile(Path file, StoreSettings settings) throws IOException {
            throw new IOException("nobody asked for a file");
        }
    };

    private CacheStore cache() {
        return new CacheStore(stores, Path.of("caches", "films"), 1 << 20, "films are not kept");
    }

    @Test
    void itIsOpenedOnceAndNotBeforeItIsNeeded() throws Exception {
        try (CacheStore cache = cache()) {
            assertEquals(List.of(), tried);
            assertTrue(cache.get().isPresent());
            assertTrue(cache.get().isPresent());
            assertEquals(List.of("films"), tried);
        }
        assertEquals(1, closed);
    }

    @Test
    void programsBesideEachOtherHaveFoldersBesideEachOther() throws Exception {
        inUse = 2;
        try (CacheStore cache = cache()) {
            assertTrue(cache.get().isPresent());
            assertEquals(List.of("films", "films-2", "films-3"), tried);
            assertEquals(Path.of("caches", "films-3"), cache.folder());
        }
    }

    @Test
    void oneMoreThanThereAreFoldersHasNoneAndIsNotAskedAgain() throws Exception {
        inUse = 100;
        try (CacheStore cache = cache()) {
            assertTrue(cache.get().isEmpty());
            assertTrue(cache.get().isEmpty());
            assertEquals(8, tried.size());
        }
    }

    @Test
    void onceItIsClosedThereIsNone() throws Exception {
        CacheStore cache = cache();
        cache.close();
        assertTrue(cache.get().isEmpty());
        cache.close();
        assertEquals(0, closed);
    }
}
