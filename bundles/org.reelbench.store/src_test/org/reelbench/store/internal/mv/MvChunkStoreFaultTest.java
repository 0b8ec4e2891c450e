package org.reelbench.store.internal.mv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.store.ChunkHead;
import org.reelbench.store.ChunkId;
import org.reelbench.store.ChunkReader;
import org.reelbench.store.ChunkStore;
import org.reelbench.store.ChunkStoreException;
import org.reelbench.store.ChunkStoreException.Reason;
import org.reelbench.store.Chunks;
import org.reelbench.store.Durability;
import org.reelbench.store.Retention;
import org.reelbench.store.StoreSettings;

class MvChunkStoreFaultTest {

    private static final StoreSettings SETTINGS = new StoreSettings(5_000_000, Durability.PROGRAM);
    private static final int ROUNDS = "deep".equals(System.getProperty("reelbench.tier")) ? 400 : 40;

    private final Path folder;
    private final Path file;

    MvChunkStoreFaultTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("small.chunks");
    }

    /** Gives zeros without end; in the middle of it the program is killed, as far as the file can tell. */
    private final class Killed implements ReadableByteChannel {

        private final Path copy;
        private long read;

        Killed(Path copy) {
            this.copy = copy;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int count = target.remaining();
            target.position(target.limit());
            read += count;
            if (read > 900_000 && Files.notExists(copy)) {
                Files.copy(file, copy);
            }
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

    @Test
    void whatWasPutIsThereWithoutClosingAndWhatWasNotFinishedIsNot() throws Exception {
        Path copy = folder.resolve("copy.chunks");
        try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
            for (int i = 0; i < 10; i++) {
                Chunks.put(store, "c" + i, 70_000, Retention.EVICTABLE);
                Path now = folder.resolve("after-" + i);
                Files.copy(file, now);
                try (ChunkStore killed = MvChunkStore.open(now, SETTINGS)) {
                    assertEquals(i + 1, killed.usage().chunks());
                    Chunks.assertIntact(killed, "killed after " + i);
                }
            }
            store.put(new ChunkId("half"), new Killed(copy), 1_000_000, Retention.KEPT);
        }
        try (ChunkStore killed = MvChunkStore.open(copy, SETTINGS)) {
            assertEquals(10, killed.usage().chunks());
            Chunks.assertIntact(killed, "killed while putting");
            Chunks.put(killed, "half", 1_000_000, Retention.KEPT);
            Chunks.assertIntact(killed, "put again");
        }
    }

    @Test
    void damageAnywhereInTheFileIsNeverServed() throws Exception {
        try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
            for (int i = 0; i < 12; i++) {
                Chunks.put(store, "c" + i, 10_000 + i * 9000, i % 2 == 0 ? Retention.KEPT : Retention.EVICTABLE);
            }
            store.delete(new ChunkId("c3"));
        }
        byte[] whole = Files.readAllBytes(file);
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        int whoever = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flips = 1 + random.nextInt(20); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path copy = folder.resolve("damaged-" + i);
            Files.write(copy, damaged);
            whoever += served(copy, "seed " + seed + " round " + i);
        }
        assertTrue(whoever > ROUNDS, "most chunks survive: " + whoever);
    }

    /** Reads all there is, and returns how many chunks were right; a wrong one fails the test. */
    private static int served(Path file, String why) throws IOException {
        List<ChunkId> right = new ArrayList<>();
        try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
            for (ChunkHead head : store.list("", "", 100)) {
                try (ChunkReader reader = store.open(head.id()).orElseThrow()) {
                    ByteBuffer target = ByteBuffer.allocate((int) head.sizeBytes());
                    reader.read(0, target);
                    right.add(head.id());
                } catch (ChunkStoreException e) {
                    assertEquals(Reason.CORRUPT, e.reason(), why);
                }
            }
            Chunks.assertIntact(store, why);
            putNew(store, why);
        } catch (IOException e) {
            // Damage may lie where only a change finds it. The store says so, and is sound when it is opened next.
            assertTrue(e.getMessage().contains("open it again"), why + ": " + e);
            try (ChunkStore next = MvChunkStore.open(file, SETTINGS)) {
                putNew(next, why);
            }
        }
        return right.size();
    }

    private static void putNew(ChunkStore store, String why) throws IOException {
        Chunks.put(store, "new", 100_000, Retention.KEPT);
        Chunks.assertIntact(store, why);
    }

    @Test
    void aFileThatIsNoStoreIsKeptAside() throws Exception {
        byte[] text = "This is no store at all, and somebody may need it.\n".repeat(300).getBytes();
        Files.write(file, text);
        try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
            assertEquals(0, store.usage().chunks());
            Chunks.put(store, "a", 10, Retention.KEPT);
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path aside = files.filter(path -> path.getFileName().toString().startsWith("small.chunks.damaged-")).findFirst()
                    .orElseThrow();
            assertEquals(-1, Arrays.mismatch(text, Files.readAllBytes(aside)));
        }
    }

    @Test
    void theFileDoesNotKeepWhatWasDeletedForEver() throws Exception {
        for (int round = 0; round < 4; round++) {
            try (ChunkStore store = MvChunkStore.open(file, SETTINGS)) {
                for (int i = 0; i < 100; i++) {
                    Chunks.put(store, "r" + round + "-" + i, 100_000, Retention.EVICTABLE);
                }
            }
        }
        assertTrue(Files.size(file) < 20_000_000, "40 MB went through a store of 5 MB, whose file has " + Files.size(file));
    }
}
