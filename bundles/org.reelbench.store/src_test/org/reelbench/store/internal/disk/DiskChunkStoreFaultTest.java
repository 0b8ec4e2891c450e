package org.reelbench.store.internal.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.Chunks;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;
import org.reelbench.store.internal.disk.PowerCutDisk.Trouble;

class DiskChunkStoreFaultTest {

    private static final int SIZE = 100_000;
    private static final long QUOTA = 4 * SIZE + SIZE / 2;
    private static final int NEVER = Integer.MAX_VALUE;

    private final Path parent;
    /** What the caller was told is kept, and was not told is gone. */
    private final Set<String> promised = new TreeSet<>();

    DiskChunkStoreFaultTest(@TempDir Path parent) {
        this.parent = parent;
    }

    /** What everybody does with a store, as far as the disk lets them: every call may fail. */
    private void use(DiskCalls disk, Path folder, Durability durability) {
        try (ChunkStore store = DiskChunkStore.open(disk, folder, new StoreSettings(QUOTA, durability))) {
            put(store, "kept-1", Retention.KEPT);
            for (int i = 0; i < 6; i++) {
                put(store, "c" + i, Retention.EVICTABLE);
                assertTrue(bytes(folder) <= QUOTA, "the files take " + bytes(folder) + " bytes");
            }
            put(store, "kept-2", Retention.KEPT);
            delete(store, "kept-1");
            put(store, "kept-3", Retention.KEPT);
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("on purpose"), e.toString());
        }
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("index.txt")).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private void put(ChunkStore store, String id, Retention retention) {
        try {
            if (Chunks.put(store, id, SIZE, retention) && retention == Retention.KEPT) {
                promised.add(id);
            }
            assertTrue(store.usage().usedBytes() <= QUOTA, store.usage().toString());
        } catch (ChunkStoreException e) {
            // What could not be deleted takes its room on.
            assertEquals(ChunkStoreException.Reason.FULL, e.reason());
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("on purpose"), e.toString());
        }
    }

    private void delete(ChunkStore store, String id) {
        // Whether it is gone is open from the moment somebody asks for it.
        promised.remove(id);
        try {
            store.delete(new ChunkId(id));
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("on purpose"), e.toString());
        }
    }

    private void assertWhole(Path folder, Durability durability, String why) throws IOException {
        try (ChunkStore store = DiskChunkStore.open(folder, new StoreSettings(QUOTA, durability))) {
            for (String id : promised) {
                assertTrue(store.head(new ChunkId(id)).isPresent(), why + ": " + id + " was promised");
            }
            Chunks.assertIntact(store, why);
            assertTrue(store.usage().usedBytes() <= QUOTA, why);
            assertEquals(0, PowerCutDisk.files(folder.resolve("tmp")), why);
            Chunks.put(store, "new", SIZE, Retention.EVICTABLE);
            Chunks.assertIntact(store, why);
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void whicheverCallFailsNothingPromisedIsLostAndNothingBrokenIsKept(Trouble trouble) throws Exception {
        PowerCutDisk counting = new PowerCutDisk(NEVER, trouble);
        use(counting, parent.resolve("count"), Durability.POWER_CUT);
        assertTrue(counting.calls() > 50, "the store asks the disk " + counting.calls() + " times");
        for (int k = 1; k <= counting.calls(); k++) {
            promised.clear();
            Path folder = Files.createDirectory(parent.resolve("k" + k));
            use(new PowerCutDisk(k, trouble), folder, Durability.POWER_CUT);
            assertWhole(folder, Durability.POWER_CUT, trouble + " at call " + k);
        }
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void whenThePowerIsCutAtAnyCallWhatIsServedIsRight(Durability durability) throws Exception {
        PowerCutDisk counting = new PowerCutDisk(NEVER, Trouble.FAILS_ONCE);
        use(counting, parent.resolve("count"), durability);
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        int rounds = "deep".equals(System.getProperty("reelbench.tier")) ? 20 : 1;
        for (int k = 1; k <= counting.calls() * rounds; k++) {
            promised.clear();
            Path folder = Files.createDirectory(parent.resolve("k" + k));
            PowerCutDisk disk = new PowerCutDisk(1 + k % counting.calls(), Trouble.FAILS_FROM_THEN_ON);
            use(disk, folder, durability);
            disk.cut(random);
            String why = "seed " + seed + ", power cut at call " + k;
            if (durability == Durability.POWER_CUT) {
                assertWhole(folder, durability, why);
            } else {
                assertNothingBroken(folder, why);
            }
        }
    }

    /** What was not waited for may be gone or damaged, which is seen when it is opened or read. */
    private static void assertNothingBroken(Path folder, String why) throws IOException {
        try (ChunkStore store = DiskChunkStore.open(folder, new StoreSettings(QUOTA, Durability.PROGRAM))) {
            for (var head : store.list("", "", 100)) {
                try (var reader = store.open(head.id()).orElseThrow()) {
                    reader.read(0, ByteBuffer.allocate(SIZE));
                } catch (ChunkStoreException e) {
                    assertEquals(ChunkStoreException.Reason.CORRUPT, e.reason(), why);
                }
            }
            Chunks.assertIntact(store, why);
        }
    }

    @Test
    void anIndexThatIsLostOrDamagedCostsTheOrderOnly() throws Exception {
        Path folder = parent.resolve("store");
        use(new DiskCalls(), folder, Durability.PROGRAM);
        Path index = folder.resolve("index.txt");
        byte[] whole = Files.readAllBytes(index);
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextBoolean() ? whole.length : random.nextInt(whole.length));
            for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(index, damaged);
            assertKept(folder, "seed " + seed + " round " + i);
        }
        Files.delete(index);
        Files.createDirectory(index);
        assertKept(folder, "a folder in its place");
    }

    private void assertKept(Path folder, String why) throws IOException {
        try (ChunkStore store = DiskChunkStore.open(folder, new StoreSettings(QUOTA, Durability.PROGRAM))) {
            for (String id : promised) {
                assertTrue(store.head(new ChunkId(id)).isPresent(), why + ": " + id);
            }
            Chunks.assertIntact(store, why);
        }
    }

    @Test
    void filesThatAreNoChunksAreNotServed() throws Exception {
        Path folder = parent.resolve("store");
        use(new DiskCalls(), folder, Durability.PROGRAM);
        Files.write(Files.createDirectories(folder.resolve("00")).resolve("c-wrong-place.chunk"), new byte[1000]);
        Files.write(Files.createDirectories(folder.resolve("01")).resolve("somebody.txt"), new byte[10]);
        Files.write(folder.resolve("tmp").resolve("half"), new byte[10]);
        assertKept(folder, "with strange files");
        assertTrue(Files.exists(folder.resolve("01").resolve("somebody.txt")), "what is not the store's stays");
        assertTrue(Files.notExists(folder.resolve("tmp").resolve("half")), "what was half-written goes");
    }

    @Test
    void aChunkWhoseFileIsCutShortOrGoneIsNotServed() throws Exception {
        Path folder = parent.resolve("store");
        StoreSettings settings = new StoreSettings(QUOTA, Durability.PROGRAM);
        try (ChunkStore store = DiskChunkStore.open(folder, settings)) {
            Chunks.put(store, "a", SIZE, Retention.KEPT);
            Chunks.put(store, "b", SIZE, Retention.KEPT);
            Path first = file(folder, "c-a.kept");
            try (var channel = FileChannel.open(first, StandardOpenOption.WRITE)) {
                channel.truncate(SIZE - 1);
            }
            Files.delete(file(folder, "c-b.kept"));
            var damage = assertThrows(ChunkStoreException.class,
                    () -> store.open(new ChunkId("a")));
            assertEquals(ChunkStoreException.Reason.CORRUPT, damage.reason());
            assertTrue(store.open(new ChunkId("b")).isEmpty(), "it is gone");
            assertEquals(0, store.usage().usedBytes());
        }
    }

    private static Path file(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
