package org.reelbench.capture.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FragmentQueueTest {

    private final Path folder;

    FragmentQueueTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] fragment(int number) {
        return ByteBuffer.allocate(100 + number % 7).putInt(number).array();
    }

    @Test
    void whatASlowDiskCannotTakeIsSpilledAndComesBackInOrder() throws Exception {
        try (FragmentQueue queue = new FragmentQueue(folder.resolve("spill"))) {
            for (int i = 0; i < 50; i++) {
                queue.put(fragment(i));
            }
            assertEquals(50, queue.count());
            assertTrue(queue.heldBytes() <= FragmentQueue.IN_MEMORY * 107, "in memory: " + queue.heldBytes());
            assertTrue(queue.spilledBytes() > 0);
            for (int i = 0; i < 50; i++) {
                assertArrayEquals(fragment(i), queue.poll(0));
            }
            assertEquals(0, queue.spillBytes());
            queue.end();
            assertTrue(queue.isOver());
        }
        try (Stream<Path> left = Files.list(folder.resolve("spill"))) {
            assertEquals(0, left.count(), "no spill is left behind");
        }
    }

    @Test
    void orderAndBytesAreKeptWhateverTheSpeedOfBothSides() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (FragmentQueue queue = new FragmentQueue(folder)) {
            int put = 0;
            int taken = 0;
            while (taken < 2000) {
                for (int i = random.nextInt(25); i > 0; i--) {
                    queue.put(fragment(put++));
                }
                for (int i = random.nextInt(25); i > 0 && taken < put; i--) {
                    assertArrayEquals(fragment(taken), queue.poll(0), "seed " + seed);
                    taken++;
                }
            }
        }
    }

    @Test
    void whereBothDisksRefuseTheCallerIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (FragmentQueue queue = new FragmentQueue(file)) {
            for (int i = 0; i < FragmentQueue.IN_MEMORY; i++) {
                queue.put(fragment(i));
            }
            assertThrows(UncheckedIOException.class, () -> queue.put(fragment(10)));
        }
    }

    @Test
    void afterItsReaderIsGoneNobodyWaits() throws Exception {
        try (FragmentQueue queue = new FragmentQueue(folder)) {
            queue.forget();
            for (int i = 0; i < 100; i++) {
                queue.putWhenRoom(fragment(i));
            }
            assertEquals(0, queue.count());
            assertNull(queue.poll(1));
            assertFalse(queue.isOver());
        }
    }
}
