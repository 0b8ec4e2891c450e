package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.MediaPublication.Growth;
import org.reelbench.media.Publication;

/** A recording that is watched while it is made. */
class GrowingMediumIT {

    private static final int STEP = 50_000;

    @TempDir
    Path folder;

    private final byte[] bytes = new byte[5 * STEP];
    private Path file;
    private Publication recording;
    private int written;

    @BeforeEach
    void publish() throws Exception {
        new Random(3).nextBytes(bytes);
        file = Files.createFile(folder.resolve("take.mp4"));
        recording = Server.start().publish(file, Growth.GROWING, MediaPublication.UNTIL_CLOSED);
    }

    @AfterEach
    void close() {
        recording.close();
    }

    private void append() throws Exception {
        Files.write(file, Arrays.copyOfRange(bytes, written, written + STEP), StandardOpenOption.APPEND);
        written += STEP;
        recording.grownTo(written);
    }

    @Test
    void rangesLeaveTheLengthOpen() throws Exception {
        append();
        Answer answer = Exchange.get(recording.uri(), "Range: bytes=10-19");
        assertEquals(206, answer.status());
        assertEquals("bytes 10-19/*", answer.field("Content-Range"), "§14.4");
        assertArrayEquals(Arrays.copyOfRange(bytes, 10, 20), answer.body());
        Answer open = Exchange.get(recording.uri(), "Range: bytes=10-");
        assertEquals("bytes 10-49999/*", open.field("Content-Range"));
        assertEquals(STEP - 10, open.body().length);
    }

    @Test
    void headHasNoLength() throws Exception {
        append();
        Answer answer = Exchange.one("HEAD", recording.uri());
        assertEquals(200, answer.status());
        assertFalse(answer.has("Content-Length"));
    }

    @Test
    void appendingIsNoChange() throws Exception {
        append();
        String tag = Exchange.one("HEAD", recording.uri()).field("ETag");
        append();
        assertEquals(tag, Exchange.one("HEAD", recording.uri()).field("ETag"));
        assertEquals(206, Exchange.get(recording.uri(), "If-Range: " + tag, "Range: bytes=60000-60009").status());
    }

    @Test
    void bytesThatAreNotAnnouncedAreNotSent() throws Exception {
        append();
        Files.write(file, new byte[] { 1, 2, 3 }, StandardOpenOption.APPEND);
        assertEquals(STEP, Exchange.get(recording.uri(), "Range: bytes=0-999999").body().length);
    }

    @Test
    void rangePastTheEndWaitsForIt() throws Exception {
        append();
        try (Exchange exchange = new Exchange(recording.uri())) {
            exchange.send("GET", recording.uri().getRawPath(), "Range: bytes=60000-60009");
            append();
            Answer answer = exchange.answer("GET");
            assertEquals(206, answer.status());
            assertArrayEquals(Arrays.copyOfRange(bytes, 60_000, 60_010), answer.body());
        }
    }

    @Test
    void rangePastTheEndIsRefusedIfNothingComes() throws Exception {
        append();
        long startNs = System.nanoTime();
        Answer answer = Exchange.get(recording.uri(), "Range: bytes=60000-");
        assertEquals(416, answer.status());
        assertEquals("bytes */50000", answer.field("Content-Range"));
        assertNotEquals(0, (System.nanoTime() - startNs) / 4_000_000_000L, "it did not wait");
    }

    @Test
    void rangePastTheEndIsRefusedAtOnceWhenTheMediumIsWhole() throws Exception {
        append();
        try (Exchange exchange = new Exchange(recording.uri())) {
            exchange.send("GET", recording.uri().getRawPath(), "Range: bytes=60000-");
            recording.complete(written);
            assertEquals(416, exchange.answer("GET").status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Accept: */*", "Range: bytes=0-" })
    void wholeBodyFollowsTheRecordingToItsEnd(String field) throws Exception {
        append();
        try (Exchange exchange = new Exchange(recording.uri())) {
            exchange.send("GET", recording.uri().getRawPath(), field);
            Answer head = exchange.head();
            assertEquals(200, head.status());
            assertEquals("chunked", head.field("Transfer-Encoding"));
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            while (written < bytes.length) {
                readUpTo(written, exchange, seen);
                append();
            }
            recording.complete(written);
            readUpTo(written, exchange, seen);
            assertNull(exchange.chunk(), "the body ends");
            assertArrayEquals(bytes, seen.toByteArray());
            assertEquals(206, exchange.ask("GET", recording.uri().getRawPath(), "Range: bytes=0-1").status(),
                    "the connection goes on");
        }
    }

    @Test
    void pauseLongerThanTheIdleTimeDoesNotEndTheBody() throws Exception {
        try (Publication paused = Server.start(Map.of("idle.seconds", 1)).publish(file, Growth.GROWING,
                MediaPublication.UNTIL_CLOSED); Exchange exchange = new Exchange(paused.uri())) {
            Files.write(file, Arrays.copyOf(bytes, STEP));
            paused.grownTo(STEP);
            exchange.send("GET", paused.uri().getRawPath());
            exchange.head();
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            readUpTo(STEP, exchange, seen);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2500));
            Files.write(file, bytes);
            paused.grownTo(bytes.length);
            paused.complete(bytes.length);
            readUpTo(bytes.length, exchange, seen);
            assertArrayEquals(bytes, seen.toByteArray());
        }
    }

    private static void readUpTo(int size, Exchange exchange, ByteArrayOutputStream seen) throws IOException {
        while (seen.size() < size) {
            byte[] chunk = exchange.chunk();
            assertNotNull(chunk, "the body ended early");
            seen.write(chunk);
        }
    }

    @Test
    void finishedRecordingIsAFixedMediumWithATagOfItsOwn() throws Exception {
        append();
        String growing = Exchange.one("HEAD", recording.uri()).field("ETag");
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
            header.write(new byte[100]);
        }
        recording.complete(STEP);
        Answer whole = Exchange.get(recording.uri());
        assertEquals(Integer.toString(STEP), whole.field("Content-Length"));
        assertArrayEquals(Files.readAllBytes(file), whole.body());
        assertNotEquals(growing, whole.field("ETag"));
        Answer range = Exchange.get(recording.uri(), "If-Range: " + growing, "Range: bytes=0-1");
        assertEquals(200, range.status(), "what was read of the growing one does not fit any more");
        assertFalse(recording.isGrowing());
    }

    @Test
    void closingCutsThoseWhoFollow() throws Exception {
        append();
        try (Exchange exchange = new Exchange(recording.uri())) {
            exchange.send("GET", recording.uri().getRawPath());
            exchange.head();
            exchange.chunk();
            recording.close();
            assertThrows(IOException.class, () -> {
                if (exchange.chunk() == null) {
                    throw new AssertionError("the body must not look complete");
                }
                throw new EOFException();
            });
        }
        assertEquals(404, Exchange.get(recording.uri()).status());
    }

    @Test
    void shrinkingAndGrowingAfterTheEndAreErrors() throws Exception {
        append();
        assertThrows(IllegalArgumentException.class, () -> recording.grownTo(1));
        recording.complete(written);
        recording.complete(written);
        assertThrows(IllegalStateException.class, () -> recording.grownTo(written + 1));
    }
}
