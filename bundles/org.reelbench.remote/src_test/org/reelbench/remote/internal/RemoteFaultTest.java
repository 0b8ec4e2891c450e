package org.reelbench.remote.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/** Servers that do what servers should not, or cannot help. */
@Timeout(120)
class RemoteFaultTest {

    private static final long SIZE = 60_000_000;
    private static final int CHUNK = RemoteFile.CHUNK_BYTES;

    @TempDir
    Path folder = Path.of("set by the framework");
    private final MediaServer server;
    private final CountDownLatch never = new CountDownLatch(1);
    private Reader reader;
    /** In a chunk that nobody has read yet. */
    private long nextPosition = CHUNK;

    RemoteFaultTest() throws IOException {
        server = new MediaServer(SIZE);
        reader = Reader.in(folder);
    }

    @BeforeEach
    void openCache() {
        reader = Reader.in(folder);
    }

    @AfterEach
    void close() {
        never.countDown();
        reader.close();
        server.close();
    }

    private MediaException refusal() {
        return assertThrows(MediaException.class, () -> reader.open(server).close());
    }

    private void assertRecovers(MediaServer.Answer... faults) throws Exception {
        try (ByteSource source = reader.open(server)) {
            server.next(faults);
            byte[] bytes = Reader.read(source, 1000, 1000);
            for (int i = 0; i < 1000; i++) {
                assertEquals(MediaServer.byteAt(1, 1000 + i), bytes[i]);
            }
        }
    }

    private IOException failureToRead(MediaServer.Answer fault) throws Exception {
        long position = nextPosition;
        nextPosition += CHUNK;
        try (ByteSource source = reader.open(server)) {
            server.always = fault;
            int before = server.requests.size();
            IOException failure = assertThrows(IOException.class, () -> Reader.read(source, position, 1000));
            server.always = server::range;
            assertArrayEquals(new byte[] { MediaServer.byteAt(1, position) }, Reader.read(source, position, 1),
                    "it can be read again later");
            int requests = server.requests.size() - before - 1;
            // The JDK asks once more by itself where a connection it had kept turns out to have ended.
            assertTrue(requests >= 3 && requests <= 6, "it was tried three times, not " + requests);
            return failure;
        }
    }

    @Test
    void connectionsThatDropAreTriedAgain() throws Exception {
        assertRecovers(MediaServer.drop(), MediaServer.drop());
        assertTrue(failureToRead(MediaServer.drop()).getMessage().contains("connection to its server was lost"));
    }

    @Test
    void bodiesThatAreCutShortAreTriedAgain() throws Exception {
        MediaServer.Answer cut = (exchange, first, last) -> server.body(exchange, MediaServer.PARTIAL, first, last, 70_000);
        assertRecovers(cut, cut);
        assertTrue(failureToRead(cut).getMessage().contains("lost"));
        MediaServer.Answer announcedLess = (exchange, first, last) -> server
                .with("Content-Range", "bytes " + first + "-" + last + "/" + SIZE).to(exchange, first, last - 5);
        assertTrue(failureToRead(announcedLess).getMessage().contains("less than it announced"));
    }

    @Test
    void serversThatAreBusyAreAskedAgain() throws Exception {
        assertRecovers(MediaServer.status(503), MediaServer.status(429));
        assertTrue(failureToRead(MediaServer.status(500)).getMessage().contains("500"));
        server.next(MediaServer.status(503), MediaServer.drop());
        reader.open(server).close();
    }

    @Test
    void anotherRangeThanTheOneAskedForIsNotTaken() throws Exception {
        for (String range : List.of("bytes 1-" + CHUNK + "/" + SIZE, "bytes FIRST-MORE/" + SIZE, "bytes FIRST-LAST/*",
                "bytes LAST-FIRST/" + SIZE, "items FIRST-LAST/" + SIZE, "bytes FIRST-99999999999999999999/" + SIZE, "")) {
            IOException failure = failureToRead((exchange, first, last) -> server.with("Content-Range", range
                    .replace("FIRST", "" + first).replace("LAST", "" + last).replace("MORE", "" + (last + 1)))
                    .to(exchange, first, last));
            assertTrue(failure.getMessage().contains("another range"), range);
        }
    }

    @Test
    void moreBytesThanAskedForAreNotTaken() throws Exception {
        try (ByteSource source = reader.open(server)) {
            server.next((exchange, _, _) -> {
                exchange.getResponseHeaders().set("Content-Range", "bytes 0-" + (CHUNK - 1) + "/" + SIZE);
                server.body(exchange, MediaServer.PARTIAL, 0, SIZE - 1, SIZE);
            });
            assertTrue(assertThrows(IOException.class, () -> Reader.read(source, 0, 10)).getMessage().contains("more bytes"));
        }
    }

    @Test
    void aServerWithoutRangesIsRefusedWithoutReadingTheWhole() throws Exception {
        server.sizeBytes = 2_000_000_000;
        server.always = server::whole;
        MediaException refused = refusal();
        assertEquals(Reason.UNSUPPORTED, refused.reason());
        assertTrue(refused.getMessage().contains("only as a whole"), refused.getMessage());
        server.close();
        assertTrue(server.sentBytes() < 100_000_000, server.sentBytes() + " bytes went out");
    }

    @Test
    void rangesThatAServerGivesUpMidwayAreRefused() throws Exception {
        try (ByteSource source = reader.open(server)) {
            server.always = server::whole;
            assertTrue(assertThrows(IOException.class, () -> Reader.read(source, 0, 10)).getMessage().contains("as a whole"));
        }
    }

    @Test
    void compressedAnswersAreRefused() throws Exception {
        server.always = server.with("Content-Encoding", "gzip");
        assertEquals(Reason.UNSUPPORTED, refusal().reason());
        assertTrue(refusal().getMessage().contains("compresses"));
        server.always = server.with("Content-Encoding", "identity");
        reader.open(server).close();
    }

    @Test
    void statusesHaveReasons() throws Exception {
        Map<Integer, Reason> reasons = Map.of(404, Reason.MISSING, 410, Reason.MISSING, 401, Reason.UNREADABLE, 403,
                Reason.UNREADABLE, 418, Reason.UNREADABLE, 416, Reason.EMPTY, 503, Reason.UNREADABLE, 204, Reason.UNREADABLE);
        reasons.forEach((status, reason) -> {
            server.always = MediaServer.status(status);
            assertEquals(reason, refusal().reason(), String.valueOf(status));
        });
        server.always = (exchange, _, _) -> {
            exchange.getResponseHeaders().set("Content-Length", "0");
            exchange.sendResponseHeaders(200, -1);
        };
        assertEquals(Reason.EMPTY, refusal().reason());
    }

    @Test
    void noServerIsAnErrorWithAName() throws Exception {
        server.close();
        MediaException refused = refusal();
        assertEquals(Reason.UNREADABLE, refused.reason());
        String beginning = "http://" + server.host() + "/beach.mp4: its server does not take connections";
        assertTrue(refused.getMessage().startsWith(beginning), refused.getMessage());
    }

    @Test
    void aSilentServerIsGivenUp() throws Exception {
        reader.close();
        reader = Reader.with(folder, Reader.limits(Duration.ofMillis(300)));
        server.always = (_, _, _) -> hang();
        assertTrue(refusal().getMessage().contains("sent nothing"));
        server.awaitRequests(3);
        assertEquals(3, server.requests.size());
    }

    @Test
    void aServerThatFallsSilentInTheMiddleIsGivenUp() throws Exception {
        reader.close();
        reader = Reader.with(folder, Reader.limits(Duration.ofMillis(300)));
        assertRecovers((exchange, first, last) -> {
            server.body(exchange, MediaServer.PARTIAL, first, last, 70_000);
            hang();
        });
    }

    private void hang() throws IOException {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whoeverWaitsForAServerCanStop() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ByteSource source = reader.open(server)) {
            server.always = (exchange, first, last) -> {
                server.body(exchange, MediaServer.PARTIAL, first, last, 70_000);
                asked.countDown();
                hang();
            };
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> {
                try {
                    return source.read(0, MemorySegment.ofArray(new byte[10]), cancellation);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertTrue(asked.await(60, TimeUnit.SECONDS));
            cancellation.cancel();
            ExecutionException ended = assertThrows(ExecutionException.class, () -> read.get(30, TimeUnit.SECONDS));
            assertInstanceOf(CancelledException.class, ended.getCause());
            server.always = server::range;
            assertEquals(10, source.read(0, MemorySegment.ofArray(new byte[10])), "others read on");
        }
    }

    @Test
    void stoppingTheServiceEndsTheWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server.always = (_, _, _) -> {
            asked.countDown();
            hang();
        };
        CompletableFuture<MediaException> open = CompletableFuture.supplyAsync(this::refusal);
        assertTrue(asked.await(60, TimeUnit.SECONDS));
        reader.close();
        assertEquals(Reason.UNREADABLE, open.get(30, TimeUnit.SECONDS).reason());
    }

    @Test
    void redirectionsAreFollowedWhereTheUserAllows() throws Exception {
        try (MediaServer other = new MediaServer(SIZE)) {
            server.always = MediaServer.redirect(other.uri("/elsewhere?key=secret").toString());
            MediaException refused = refusal();
            assertEquals(Reason.NOT_ALLOWED, refused.reason());
            assertTrue(refused.getMessage().contains(other.host()), refused.getMessage());
            assertEquals(0, other.requests.size(), "nobody asks there");
            try (ByteSource source = reader.media.open(server.uri("/beach.mp4"), Set.of(server.host(), other.host()),
                    new Cancellation())) {
                int before = server.requests.size();
                Reader.read(source, 0, 3 * CHUNK);
                assertEquals(before, server.requests.size(), "the way there is known");
                other.next(MediaServer.status(403));
                Reader.read(source, 3L * CHUNK, 10);
                assertEquals(before + 1, server.requests.size(), "and found again where it has run out");
            }
        }
    }

    @Test
    void redirectionsEnd() {
        server.always = MediaServer.redirect("/again");
        assertTrue(refusal().getMessage().contains("redirects more than 5 times"));
        server.always = MediaServer.redirect("ftp://127.0.0.1/a");
        assertEquals(Reason.NOT_ALLOWED, refusal().reason());
        server.always = MediaServer.redirect("file:///etc/passwd");
        assertEquals(Reason.NOT_ALLOWED, refusal().reason());
        server.always = MediaServer.redirect("http://127.0.0.1 /");
        assertEquals(Reason.UNREADABLE, refusal().reason());
    }

    @Test
    void secretsInTheAddressAreNotTold() throws Exception {
        server.always = MediaServer.status(403);
        for (String address : List.of("/a.mp4?signature=pass1", "/a.mp4?x=pass1#pass1")) {
            MediaException refused = assertThrows(MediaException.class, () -> reader.media
                    .open(server.uri(address), Set.of(server.host()), new Cancellation()).close());
            assertFalse(refused.getMessage().contains("pass1"), refused.getMessage());
        }
        assertEquals("/a.mp4?x=pass1 bytes=0-0", server.requests.getLast(), "the server is told what it needs");
    }
}
