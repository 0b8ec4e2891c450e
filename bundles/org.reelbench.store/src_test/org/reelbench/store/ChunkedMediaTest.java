package org.reelbench.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.internal.LocalChunkStores;

class ChunkedMediaTest {

    private static final ChunkId BEACH = new ChunkId("beach");
    private static final int CHUNK = 100_000;

    private final Path folder;
    private final ChunkStore store;
    private final List<String> opened = new ArrayList<>();

    ChunkedMediaTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.store = watched(new LocalChunkStores().inFolder(folder.resolve("store"),
                new StoreSettings(5_000_000, Durability.PROGRAM)));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    /** Notes which chunks are opened. */
    private ChunkStore watched(ChunkStore watched) {
        return (ChunkStore) Proxy.newProxyInstance(ChunkStore.class.getClassLoader(), new Class<?>[] { ChunkStore.class },
                (_, method, arguments) -> {
                    if (method.getName().equals("open")) {
                        opened.add(arguments[0].toString());
                    }
                    try {
                        return method.invoke(watched, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private byte[] put(int size) throws IOException {
        byte[] bytes = Chunks.bytes("medium", size);
        assertTrue(putFile(bytes, CHUNK));
        return bytes;
    }

    private boolean putFile(byte[] bytes, int chunkBytes) throws IOException {
        Path file = Files.write(folder.resolve("medium"), bytes);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return ChunkedMedia.put(store, BEACH, channel, chunkBytes, _ -> {
            });
        }
    }

    private ChunkedMedia open() throws IOException {
        return ChunkedMedia.open(store, BEACH).orElseThrow();
    }

    private byte[] read(ChunkedMedia media, long position, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        int count = media.read(position, target);
        assertEquals(Math.max(0, count), target.position());
        assertEquals(length, target.limit());
        return Arrays.copyOf(target.array(), target.position());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 7 * CHUNK + 77 })
    void mediaOfAllSizesAreReadInAnyRange(int size) throws Exception {
        byte[] bytes = put(size);
        Random random = new Random(size);
        try (ChunkedMedia media = open()) {
            assertEquals(size, media.sizeBytes());
            assertArrayEquals(bytes, read(media, 0, size + 1));
            assertEquals(-1, media.read(size, ByteBuffer.allocate(1)));
            for (int i = 0; i < 100; i++) {
                int from = random.nextInt(size + 1);
                int length = random.nextInt(2 * CHUNK);
                assertArrayEquals(Arrays.copyOfRange(bytes, from, Math.min(size, from + length)), read(media, from, length));
            }
        }
    }

    @Test
    void aRangeTouchesOnlyTheChunksItLiesIn() throws Exception {
        put(20 * CHUNK);
        try (ChunkedMedia media = open()) {
            assertEquals(List.of("beach-manifest"), opened);
            opened.clear();
            read(media, 3 * CHUNK + 5, 100);
            read(media, 3 * CHUNK + 500, 1000);
            assertEquals(List.of("beach-00000003"), opened);
            opened.clear();
            read(media, 8 * CHUNK - 1, CHUNK + 2);
            assertEquals(List.of("beach-00000007", "beach-00000008", "beach-00000009"), opened);
        }
    }

    @Test
    void aMediumIsPutOnce() throws Exception {
        byte[] bytes = put(3 * CHUNK);
        assertFalse(putFile(new byte[10], CHUNK));
        try (ChunkedMedia media = open()) {
            assertArrayEquals(bytes, read(media, 0, 3 * CHUNK));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { CHUNK, CHUNK / 2 })
    void aMediumThatWasNotPutToItsEndIsNotThereAndCanBeFinished(int chunkBytes) throws Exception {
        byte[] bytes = Chunks.bytes("medium", 5 * CHUNK + 5);
        Path file = Files.write(folder.resolve("medium"), bytes);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            assertThrows(IllegalStateException.class, () -> ChunkedMedia.put(store, BEACH, channel, CHUNK, done -> {
                if (done == 3 * CHUNK) {
                    throw new IllegalStateException("enough");
                }
            }));
        }
        assertEquals(Optional.empty(), ChunkedMedia.open(store, BEACH));
        assertTrue(putFile(bytes, chunkBytes));
        try (ChunkedMedia media = open()) {
            assertArrayEquals(bytes, read(media, 0, bytes.length));
        }
    }

    @Test
    void deletingTakesAllOfItAndNothingElse() throws Exception {
        List<String> others = List.of("beach", "beach-2", "beach-2-00000000", "beach-2-manifest", "beach2-00000000",
                "beach_-00000000");
        for (String other : others) {
            Chunks.put(store, other, 10, Retention.KEPT);
        }
        put(12 * CHUNK);
        assertTrue(ChunkedMedia.delete(store, BEACH));
        assertEquals(others.stream().sorted().toList(),
                store.list("", "", 100).stream().map(head -> head.id().value()).toList());
        assertFalse(ChunkedMedia.delete(store, BEACH));
        assertEquals(Optional.empty(), ChunkedMedia.open(store, BEACH));
    }

    @Test
    void partsAreNotEvictedForOthers() throws Exception {
        byte[] bytes = put(20 * CHUNK);
        for (int i = 0; i < 60; i++) {
            Chunks.put(store, "c" + i, CHUNK, Retention.EVICTABLE);
        }
        try (ChunkedMedia media = open()) {
            assertArrayEquals(bytes, read(media, 0, bytes.length));
        }
    }

    @Test
    void aMediumThatDoesNotFitCanBeTakenAwayAgain() throws Exception {
        ChunkStoreException full = assertThrows(ChunkStoreException.class, () -> putFile(new byte[60 * CHUNK], CHUNK));
        assertEquals(Reason.FULL, full.reason());
        assertEquals(Optional.empty(), ChunkedMedia.open(store, BEACH));
        assertTrue(ChunkedMedia.delete(store, BEACH));
        assertEquals(0, store.usage().usedBytes());
    }

    @Test
    void aPartThatIsGoneIsAnErrorWithItsNumber() throws Exception {
        byte[] bytes = put(3 * CHUNK);
        store.delete(new ChunkId("beach-00000001"));
        try (ChunkedMedia media = open()) {
            assertArrayEquals(Arrays.copyOf(bytes, CHUNK), read(media, 0, CHUNK));
            ChunkStoreException gone = assertThrows(ChunkStoreException.class, () -> read(media, CHUNK - 1, 2));
            assertEquals(Reason.INCOMPLETE, gone.reason());
            assertTrue(gone.getMessage().contains("part 1"), gone.getMessage());
            assertArrayEquals(Arrays.copyOfRange(bytes, 2 * CHUNK, 3 * CHUNK), read(media, 2 * CHUNK, CHUNK));
        }
    }

    @Test
    void aManifestOfAnotherVersionIsAnError() throws Exception {
        Chunks.put(store, "beach-manifest", 500, Retention.KEPT);
        ChunkStoreException strange = assertThrows(ChunkStoreException.class, this::open);
        assertEquals(Reason.INCOMPLETE, strange.reason());
    }

    @Test
    void wrongSizesAndIdsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> putFile(new byte[1], 0));
        assertThrows(IllegalArgumentException.class, () -> ChunkedMedia.open(store, new ChunkId("x".repeat(120))));
        for (String id : List.of("", "A", "-a", "a.b", "a/b", "..", "a".repeat(129), "\u00e4")) {
            assertThrows(IllegalArgumentException.class, () -> new ChunkId(id), id);
        }
        assertThrows(IllegalArgumentException.class, () -> new StoreSettings(0, Durability.PROGRAM));
        assertThrows(IllegalArgumentException.class, () -> store.list("", "", 0));
    }
}
