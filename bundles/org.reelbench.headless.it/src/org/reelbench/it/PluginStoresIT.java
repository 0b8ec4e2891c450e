package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugins;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.ChunkStores;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;

/** Chunks are kept in a store that a plug-in brings, as long as it is there. */
class PluginStoresIT {

    private static final String PLUGIN = "org.reelbench.examples.plugin";
    private static final String PLACE = "memory:it";
    private static final ChunkId ID = new ChunkId("a");
    private static final int SIZE = 700_000;

    @TempDir
    private Path temp;

    @AfterEach
    void clean() throws Exception {
        Plugins plugins = Services.get(Plugins.class);
        plugins.look();
        for (Plugin plugin : plugins.plugins()) {
            Files.deleteIfExists(plugin.file());
        }
        plugins.look();
    }

    private static void install() throws Exception {
        Path target = Path.of(System.getProperty("reelbench.root"), "examples", PLUGIN, "target");
        try (Stream<Path> files = Files.list(target)) {
            Services.get(Plugins.class)
                    .install(files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow());
        }
    }

    @Test
    void itIsThereAsLongAsThePluginIs() throws Exception {
        ChunkStores stores = Services.get(ChunkStores.class);
        Plugins plugins = Services.get(Plugins.class);
        StoreSettings settings = new StoreSettings(1 << 20, Durability.PROGRAM);
        assertEquals(Reason.NO_PROVIDER, assertThrows(ChunkStoreException.class,
                () -> stores.at(URI.create(PLACE), settings).close()).reason());
        try (CacheStore cache = new CacheStore(stores, PLACE, temp, 1 << 20, "nothing is kept")) {
            assertTrue(cache.get().isEmpty());
            install();
            long calls = plugins.calls();
            ChunkStore store = cache.get().orElseThrow();
            byte[] bytes = new byte[SIZE];
            new Random(1).nextBytes(bytes);
            assertTrue(store.put(ID, Channels.newChannel(new ByteArrayInputStream(bytes)), SIZE, Retention.EVICTABLE));
            try (ChunkReader reader = store.open(ID).orElseThrow()) {
                ByteBuffer read = ByteBuffer.allocate(SIZE);
                assertEquals(SIZE, reader.read(0, read));
                assertArrayEquals(bytes, read.array());
            }
            assertTrue(plugins.calls() >= calls + 5, "it is called through the guard");
            assertEquals(Reason.IN_USE, assertThrows(ChunkStoreException.class,
                    () -> stores.at(URI.create(PLACE), settings).close()).reason());
            plugins.remove(PLUGIN);
            assertTrue(cache.get().isEmpty());
            assertEquals(Reason.NO_PROVIDER, assertThrows(ChunkStoreException.class, () -> store.head(ID)).reason());
            install();
            assertTrue(cache.get().orElseThrow().head(ID).isEmpty(), "what was in its memory went with it");
        }
    }
}
