package org.reelbench.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.store.CacheStore;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.ChunkStoreProvider;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.internal.LocalChunkStores;

/** Stores of other bundles come and go with them, and are called through the guard. */
class ForeignStoresTest {

    private static final URI ADDRESS = URI.create("tape:reel-1");
    private static final StoreSettings SETTINGS = new StoreSettings(10 << 20, Durability.PROGRAM);
    private static final ChunkId ID = new ChunkId("a");

    private final Path folder;
    private final LocalChunkStores stores = new LocalChunkStores();
    private final List<String> calls = new ArrayList<>();
    private final ChunkStoreProvider tapes;

    ForeignStoresTest(@TempDir Path folder) {
        this.folder = folder;
        this.tapes = (address, settings) -> stores.inFolder(folder.resolve(address.getSchemeSpecificPart()), settings);
    }

    private void come() {
        stores.addProvider(tapes, Map.of(ChunkStoreProvider.SCHEME, "tape"));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static ReadableByteChannel channel(byte[] bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }

    /** A guard that writes down what it is asked for, and refuses one call. */
    private PluginCalls guard(String refused) {
        return new PluginCalls() {
            @Override
            public Optional<Owner> owner(Object provider) {
                return Optional.of(new Owner("org.example.tapes", "1", "0"));
            }

            @Override
            public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
                assertEquals(tapes, provider);
                calls.add(what);
                if (what.equals(refused)) {
                    throw new PluginCallException("org.example.tapes", true, "org.example.tapes did not return", new Error());
                }
                return call.run();
            }

            @Override
            public <T, E extends Exception> T outside(Call<T, E> own) throws E {
                calls.add("outside");
                return own.run();
            }

            @Override
            public Loan lend(Object provider, long address, long bytes) {
                return PluginCalls.direct().lend(provider, address, bytes);
            }
        };
    }

    @Test
    void oneThatNobodyBringsIsNamed() {
        ChunkStoreException missing = assertThrows(ChunkStoreException.class, () -> stores.at(ADDRESS, SETTINGS).close());
        assertEquals(Reason.NO_PROVIDER, missing.reason());
        assertEquals("nobody opens chunk stores of the kind 'tape:'; install the plug-in that brings them", missing.getMessage());
    }

    @Test
    void aFolderOfThisMachineHasAnAddressToo() throws Exception {
        try (ChunkStore store = stores.at(folder.resolve("here").toUri(), SETTINGS)) {
            assertTrue(store.put(ID, channel(bytes(10)), 10, Retention.KEPT));
        }
        assertThrows(IOException.class, () -> stores.at(URI.create("file:here"), SETTINGS).close());
    }

    @Test
    void everyCallGoesThroughTheGuard() throws Exception {
        come();
        stores.setCalls(guard(""));
        byte[] bytes = bytes(600_000);
        try (ChunkStore store = stores.at(ADDRESS, SETTINGS)) {
            assertTrue(store.put(ID, channel(bytes), bytes.length, Retention.KEPT));
            try (ChunkReader reader = store.open(ID).orElseThrow()) {
                ByteBuffer all = ByteBuffer.allocate(bytes.length + 1);
                assertEquals(bytes.length, reader.read(0, all));
                assertArrayEquals(bytes, java.util.Arrays.copyOf(all.array(), bytes.length));
                assertEquals(-1, reader.read(bytes.length, ByteBuffer.allocate(1)));
            }
            assertEquals(1, store.list("", "", 9).size());
            assertEquals(600_000, store.head(ID).orElseThrow().sizeBytes());
            assertEquals(1, store.usage().chunks());
            assertTrue(store.delete(ID));
        }
        assertTrue(calls.containsAll(List.of("put", "outside")), calls::toString);
        calls.removeIf("outside"::equals);
        assertEquals(List.of("open", "put", "open", "read", "read", "read", "read", "close", "list", "head", "usage", "delete",
                "close"), calls);
    }

    @Test
    void whatThePluginFailsInIsAFailureOfTheStore() throws Exception {
        come();
        stores.setCalls(guard("put"));
        try (ChunkStore store = stores.at(ADDRESS, SETTINGS)) {
            IOException failed = assertThrows(IOException.class, () -> store.put(ID, channel(bytes(9)), 9, Retention.KEPT));
            assertEquals("org.example.tapes did not return", failed.getMessage());
        }
    }

    @Test
    void whoComesBackTooLateGetsNoByteOfWhatWasLent() throws Exception {
        LentChannel lent = new LentChannel(channel(bytes(100)), 60, PluginCalls.direct());
        assertEquals(40, lent.read(ByteBuffer.allocate(40)));
        assertEquals(20, lent.read(ByteBuffer.allocate(40)), "never more than the chunk has");
        assertEquals(-1, lent.read(ByteBuffer.allocate(40)));
        lent.close();
        assertFalse(lent.isOpen());
        assertThrows(ClosedChannelException.class, () -> lent.read(ByteBuffer.allocate(1)));
    }

    @Test
    void whenItsProviderGoesAStoreIsClosedAndSaysWhy() throws Exception {
        come();
        ChunkStore store = stores.at(ADDRESS, SETTINGS);
        stores.removeProvider(tapes);
        ChunkStoreException gone = assertThrows(ChunkStoreException.class, () -> store.head(ID));
        assertEquals(Reason.NO_PROVIDER, gone.reason());
        come();
        stores.at(ADDRESS, SETTINGS).close();
        store.close();
    }

    @Test
    void aCacheThereIsKeptWheneverItsProviderIsThere() throws Exception {
        try (CacheStore cache = new CacheStore(stores, "tape:reel-2", folder, 1 << 20, "nothing is kept")) {
            assertTrue(cache.get().isEmpty(), "nobody brings it yet");
            come();
            cache.get().orElseThrow().put(ID, channel(bytes(5)), 5, Retention.KEPT);
            stores.removeProvider(tapes);
            assertTrue(cache.get().isEmpty(), "it has gone");
            come();
            assertEquals(5, cache.get().orElseThrow().head(ID).orElseThrow().sizeBytes());
        }
    }

    @Test
    void aCacheWhoseAddressIsNoneIsNotThereAndSecretsOfAddressesAreNotShown() throws Exception {
        try (CacheStore cache = new CacheStore(stores, "over there", folder, 1 << 20, "nothing is kept");
                CacheStore secret = new CacheStore(stores, "s3://me:word@host/box?key=1", folder, 1 << 20, "nothing is kept");
                CacheStore plain = new CacheStore(stores, " ", folder, 1 << 20, "nothing is kept")) {
            assertTrue(cache.get().isEmpty());
            assertEquals("s3://host/box", secret.place());
            assertEquals(folder.toString(), plain.place());
        }
    }
}
