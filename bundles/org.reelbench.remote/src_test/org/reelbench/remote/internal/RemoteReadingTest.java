package org.reelbench.remote.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaChangedException;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;

@Timeout(120)
class RemoteReadingTest {

    private static final long SIZE = 60_000_000;
    private static final int CHUNK = RemoteFile.CHUNK_BYTES;

    @TempDir
    Path folder = Path.of("set by the framework");
    private MediaServer server;
    private Reader reader;

    RemoteReadingTest() throws IOException {
        server = new MediaServer(SIZE);
        reader = Reader.in(folder);
    }

    @BeforeEach
    void openCache() {
        reader = Reader.in(folder);
    }

    @AfterEach
    void close() {
        reader.close();
        server.close();
    }

    private static byte[] expected(int seed, long position, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = MediaServer.byteAt(seed, position + i);
        }
        return bytes;
    }

    @Test
    void everyRangeHasItsBytesOverTheBordersOfChunks() throws Exception {
        server.sizeBytes = 3 * CHUNK + 17;
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (ByteSource source = reader.open(server)) {
            assertEquals(server.sizeBytes, source.sizeBytes());
            for (int i = 0; i < 200; i++) {
                long position = random.nextLong(server.sizeBytes);
                int count = (int) Math.min(server.sizeBytes - position, 1 + random.nextInt(200_000));
                assertArrayEquals(expected(1, position, count), Reader.read(source, position, count),
                        "seed " + seed + " turn " + i);
            }
            assertArrayEquals(expected(1, 0, 3 * CHUNK + 17), Reader.read(source, 0, 3 * CHUNK + 17));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment target = arena.allocate(100);
                assertEquals(17, source.read(3L * CHUNK, target));
                assertEquals(MediaServer.byteAt(1, 3L * CHUNK + 16), target.get(ValueLayout.JAVA_BYTE, 16));
                assertEquals(-1, source.read(server.sizeBytes, target));
            }
        }
        assertEquals(1 + 4, server.requests.size(), "one for the size, one for each chunk");
        assertEquals(1 + server.sizeBytes, server.sentBytes());
    }

    @Test
    void jumpingAboutInALargeFileFetchesLittleOfIt() throws Exception {
        try (ByteSource source = reader.open(server)) {
            for (long position : new long[] { 0, SIZE - 100_000, 12_000_000, 48_000_000 }) {
                assertArrayEquals(expected(1, position, 100_000), Reader.read(source, position, 100_000));
            }
        }
        assertTrue(server.sentBytes() < 3_000_000, server.sentBytes() + " bytes were fetched");
        assertEquals(server.sentBytes(), reader.counts().bytes());
        assertEquals(server.sentBytes(), reader.media.meters().stream()
                .filter(meter -> meter.name().equals("reelbench_remote_received_bytes_total")).findFirst().orElseThrow().value());
    }

    @Test
    void itsFingerprintCostsNothingAndChangesWithTheVersion() throws Exception {
        String before;
        try (ByteSource source = reader.open(server)) {
            before = MediaFingerprint.of(source);
        }
        assertEquals(1, server.sentBytes());
        server.tag = "\"v2\"";
        try (ByteSource source = reader.open(server)) {
            assertNotEquals(before, MediaFingerprint.of(source));
        }
    }

    @Test
    void whatWasReadOnceIsThereForTheNextProgram() throws Exception {
        try (ByteSource source = reader.open(server)) {
            Reader.read(source, 5_000_000, 1_000_000);
        }
        reader.close();
        long before = server.sentBytes();
        reader = Reader.in(folder);
        try (ByteSource source = reader.open(server)) {
            assertArrayEquals(expected(1, 5_000_000, 1_000_000), Reader.read(source, 5_000_000, 1_000_000));
        }
        assertEquals(1, server.sentBytes() - before, "only the version is asked for");
        assertTrue(reader.counts().hits() > 0);
        assertEquals(0, reader.counts().misses());
    }

    @Test
    void whatIsDamagedInTheCacheIsFetchedAgain() throws Exception {
        try (ByteSource source = reader.open(server)) {
            Reader.read(source, 0, 10);
        }
        Reader.STORES.damage();
        try (ByteSource source = reader.open(server); ByteSource other = reader.open(server)) {
            assertArrayEquals(expected(1, 5, 10), Reader.read(source, 5, 10));
            assertArrayEquals(expected(1, 5, 10), Reader.read(other, 5, 10));
        }
        assertEquals(2, reader.counts().misses());
        assertEquals(1, reader.counts().hits());
    }

    @Test
    void twoProgramsAtATimeHaveACacheEach() throws Exception {
        try (Reader other = Reader.in(folder); ByteSource source = reader.open(server); ByteSource theirs = other.open(server)) {
            for (int i = 0; i < 2; i++) {
                Reader.read(source, 0, CHUNK);
                Reader.read(theirs, 0, CHUNK);
            }
            try (ByteSource again = other.open(server)) {
                Reader.read(again, 0, CHUNK);
            }
            assertEquals(1, other.counts().misses());
            assertTrue(other.counts().hits() > 0);
        }
    }

    @Test
    void aChangeWhileReadingIsAnErrorAndNeverAMixture() throws Exception {
        try (ByteSource source = reader.open(server)) {
            Reader.read(source, 0, 1000);
            server.tag = "\"v2\"";
            server.seed = 2;
            MediaChangedException changed = assertThrows(MediaChangedException.class, () -> Reader.read(source, CHUNK, 1000));
            assertTrue(changed.getMessage().contains("changed on its server while it was read"), changed.getMessage());
            assertArrayEquals(expected(1, 0, 1000), Reader.read(source, 0, 1000), "what was read stays what it was");
        }
        try (ByteSource source = reader.open(server)) {
            assertArrayEquals(expected(2, 0, 2 * CHUNK), Reader.read(source, 0, 2 * CHUNK));
        }
    }

    @Test
    void aChangeIsSeenWithoutConditionalRequestsToo() throws Exception {
        server.tag = "";
        try (ByteSource source = reader.open(server)) {
            Reader.read(source, 0, 1000);
            server.modified = "Sat, 21 Nov 2026 10:00:00 GMT";
            assertThrows(MediaChangedException.class, () -> Reader.read(source, CHUNK, 1000));
        }
        try (ByteSource source = reader.open(server)) {
            server.sizeBytes = SIZE - 1;
            assertThrows(MediaChangedException.class, () -> Reader.read(source, CHUNK, 1000));
            server.sizeBytes = 10;
            assertThrows(MediaChangedException.class, () -> Reader.read(source, 2 * CHUNK, 1000));
        }
    }

    @Test
    void aServerThatNamesNoVersionIsRefused() {
        server.tag = "W/\"weak\"";
        server.modified = "";
        assertEquals(MediaException.Reason.UNSUPPORTED,
                assertThrows(MediaException.class, () -> reader.open(server).close()).reason());
    }

    @Test
    void manyReadersOfOneChunkFetchItOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ByteSource source = reader.open(server); ByteSource other = reader.open(server)) {
            server.next((exchange, first, last) -> {
                asked.countDown();
                await(released);
                server.range(exchange, first, last);
            });
            List<Future<byte[]>> reads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ByteSource from = i % 2 == 0 ? source : other;
                int position = i * 1000;
                reads.add(threads.submit(() -> Reader.read(from, position, 1000)));
            }
            await(asked);
            released.countDown();
            for (int i = 0; i < 8; i++) {
                assertArrayEquals(expected(1, i * 1000, 1000), reads.get(i).get(60, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(2 + 1, server.requests.size());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("it hangs");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCacheThatIsFullOrBrokenMakesReadingSlowerOnly() throws Exception {
        for (Reader poor : List.of(Reader.withQuota(folder.resolve("small"), 1000), Reader.withoutStore(folder))) {
            try (poor; ByteSource source = poor.open(server)) {
                for (int i = 0; i < 5; i++) {
                    assertArrayEquals(expected(1, i * 1000, 1000), Reader.read(source, i * 1000, 1000));
                }
                assertArrayEquals(expected(1, CHUNK - 5, 10), Reader.read(source, CHUNK - 5, 10));
                assertEquals(2, poor.counts().misses(), "reading on needs no cache");
            }
        }
    }

    @Test
    void aClosedSourceAndAStoppedServiceReadNothing() throws Exception {
        ByteSource source = reader.open(server);
        ByteSource other = reader.open(server);
        source.close();
        source.close();
        assertThrows(IOException.class, () -> Reader.read(source, 0, 1));
        reader.close();
        assertThrows(IOException.class, () -> Reader.read(other, 0, 1));
        other.close();
        assertEquals(MediaException.Reason.UNREADABLE,
                assertThrows(MediaException.class, () -> reader.open(server).close()).reason());
    }
}
