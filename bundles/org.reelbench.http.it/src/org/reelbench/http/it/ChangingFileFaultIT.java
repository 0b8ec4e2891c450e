package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.MediaPublication.Growth;
import org.reelbench.media.Publication;

/** Files that change while they are read: a body that arrives whole is of one file, every other is cut. */
class ChangingFileFaultIT {

    private static final int READS = "deep".equals(System.getProperty("reelbench.tier")) ? 1000 : 60;

    /** More than the system's buffers of a connection hold, so that the change comes in the middle of the body. */
    private static final int SIZE = 24 * 1024 * 1024;

    @TempDir
    Path folder;

    private Path file;
    private Publication medium;

    @BeforeEach
    void publish() throws Exception {
        file = folder.resolve("film.mp4");
        fill(file, 'a', SIZE);
        medium = Server.start().publish(file, Growth.FIXED, MediaPublication.UNTIL_CLOSED);
    }

    @AfterEach
    void close() {
        medium.close();
    }

    /** Writes a file that is old enough for its next change to show. */
    private static void fill(Path file, char letter, int size) throws IOException {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) letter);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-11-06T12:00:00Z")));
    }

    enum Change {
        REPLACED, TRUNCATED, EMPTIED, APPENDED, REWRITTEN, DELETED;

        void make(Path file) throws IOException {
            switch (this) {
            case REPLACED -> {
                Path next = file.resolveSibling("next");
                fill(next, 'b', SIZE);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            }
            case TRUNCATED -> truncate(file, SIZE / 2);
            case EMPTIED -> truncate(file, 0);
            case APPENDED -> Files.write(file, new byte[] { 'b' }, StandardOpenOption.APPEND);
            case REWRITTEN -> {
                try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
                    byte[] bytes = new byte[SIZE];
                    Arrays.fill(bytes, (byte) 'b');
                    whole.write(bytes);
                }
            }
            case DELETED -> Files.delete(file);
            }
        }

        private static void truncate(Path file, int size) throws IOException {
            try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
                whole.setLength(size);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void changeInTheMiddleCutsTheBodyAndTheNextRequestSeesIt(Change change) throws Exception {
        try (Exchange exchange = new Exchange(medium.uri())) {
            exchange.send("GET", medium.uri().getRawPath());
            Answer head = exchange.head();
            assertEquals(200, head.status());
            byte[] first = exchange.exactly(1000);
            change.make(file);
            assertTrue(readToTheEnd(exchange) < SIZE - first.length, "the body must not arrive whole");
        }
        Answer next = Exchange.get(medium.uri());
        if (change == Change.DELETED) {
            assertEquals(404, next.status());
        } else {
            assertEquals(200, next.status());
            assertArrayEquals(Files.readAllBytes(file), next.body());
        }
    }

    private static long readToTheEnd(Exchange exchange) {
        long count = 0;
        byte[] buffer = new byte[65_536];
        try {
            for (int n = exchange.in().read(buffer); n >= 0; n = exchange.in().read(buffer)) {
                count += n;
            }
        } catch (IOException e) {
            // The connection was broken off, as it should be.
            return count;
        }
        return count;
    }

    @Test
    void truncationUnderAMappingEndsThatResponseAlone() throws Exception {
        Path steadyFile = folder.resolve("steady.mp4");
        fill(steadyFile, 's', 3_000_000);
        byte[] steadyBytes = Files.readAllBytes(steadyFile);
        byte[] expected = new byte[6_000_000];
        Arrays.fill(expected, (byte) 'a');
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Publication steady = Server.start().publish(steadyFile, Growth.FIXED, MediaPublication.UNTIL_CLOSED);
                Exchange alwaysWhole = new Exchange(steady.uri())) {
            for (int i = 0; i < READS; i++) {
                fill(file, 'a', 6_000_000);
                int size = random.nextInt(6_000_000);
                AtomicBoolean truncated = new AtomicBoolean();
                Thread truncating = Thread.ofPlatform().start(() -> {
                    try {
                        Change.truncate(file, size);
                        truncated.set(true);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
                try (Exchange exchange = new Exchange(medium.uri())) {
                    Answer answer = exchange.ask("GET", medium.uri().getRawPath());
                    assertEquals(200, answer.status());
                    int length = answer.body().length;
                    assertTrue(length == expected.length || length == size, "seed " + seed + " read " + i + ": " + length);
                    assertTrue(Arrays.equals(expected, 0, length, answer.body(), 0, length), "seed " + seed + " read " + i);
                } catch (IOException e) {
                    assertTrue(truncated.get() || truncating.isAlive(), "cut for no reason: " + e);
                }
                truncating.join();
                assertArrayEquals(steadyBytes, alwaysWhole.ask("GET", steady.uri().getRawPath()).body(),
                        "seed " + seed + " read " + i);
            }
        }
    }

    @Test
    void wholeBodiesAreNeverMixedWhileTheFileIsRewrittenAgainAndAgain() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Thread rewriting = Thread.ofPlatform().start(() -> {
            char letter = 'b';
            while (!stop.get()) {
                try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
                    byte[] bytes = new byte[SIZE / 8];
                    Arrays.fill(bytes, (byte) letter);
                    for (int i = 0; i < 8; i++) {
                        whole.write(bytes);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                letter = letter == 'z' ? 'b' : (char) (letter + 1);
            }
        });
        try {
            for (int i = 0; i < READS / 4; i++) {
                readAtomically(i);
            }
        } finally {
            stop.set(true);
            rewriting.join();
        }
    }

    /** The file itself holds two letters while it is rewritten, but a body never holds three, nor the new one first. */
    private void readAtomically(int read) throws Exception {
        try (Exchange exchange = new Exchange(medium.uri())) {
            Answer answer = exchange.ask("GET", medium.uri().getRawPath());
            if (answer.status() != 200) {
                assertEquals(503, answer.status());
                return;
            }
            int changes = 0;
            byte[] body = answer.body();
            for (int at = 1; at < body.length; at++) {
                changes += body[at] == body[at - 1] ? 0 : 1;
            }
            if (changes > 1) {
                fail("read " + read + " changes " + changes + " times");
            }
        } catch (IOException e) {
            // Cut because it changed: what most reads come to.
            return;
        }
    }
}
