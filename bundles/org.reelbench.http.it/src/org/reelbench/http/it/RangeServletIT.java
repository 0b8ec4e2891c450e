package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.MediaPublication.Growth;
import org.reelbench.media.Publication;

/** A published file as RFC 9110 wants it served; each table names the section. */
class RangeServletIT {

    private static final int SIZE = 300_000;
    private static final String MODIFIED = "Thu, 06 Nov 2025 12:00:00 GMT";

    @TempDir
    Path folder;

    private final List<Publication> published = new ArrayList<>();
    private byte[] bytes = new byte[SIZE];
    private Publication medium;

    @BeforeEach
    void publish() throws Exception {
        new Random(1).nextBytes(bytes);
        medium = publish("film.mp4", bytes);
    }

    @AfterEach
    void close() {
        published.forEach(Publication::close);
    }

    private Publication publish(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-11-06T12:00:00Z")));
        return publish(file);
    }

    private Publication publish(Path file) throws Exception {
        Publication added = Server.start().publish(file, Growth.FIXED, MediaPublication.UNTIL_CLOSED);
        published.add(added);
        return added;
    }

    @Test
    void wholeFileCarriesEveryField() throws Exception {
        Answer answer = Exchange.get(medium.uri());
        assertEquals(200, answer.status());
        assertArrayEquals(bytes, answer.body());
        assertEquals("bytes", answer.field("Accept-Ranges"), "§14.3");
        assertTrue(answer.field("ETag").matches("\"[A-Za-z0-9_-]{22}\""), "§8.8.3, strong: " + answer.field("ETag"));
        assertEquals(MODIFIED, answer.field("Last-Modified"), "§8.8.2");
        assertEquals("no-cache", answer.field("Cache-Control"), "RFC 9111 §5.2.2.4");
        assertEquals("nosniff", answer.field("X-Content-Type-Options"));
        assertEquals("no-referrer", answer.field("Referrer-Policy"));
        assertEquals("same-origin", answer.field("Cross-Origin-Resource-Policy"));
        assertTrue(answer.field("Vary").contains("Origin"), "§12.5.5");
        assertTrue(answer.has("Date"), "§6.6.1");
        assertFalse(answer.has("Server"), "nothing about the inside");
        assertFalse(answer.has("Access-Control-Allow-Origin"), "no wildcard");
        assertFalse(answer.has("Set-Cookie"));
    }

    @ParameterizedTest(name = "§{0}: {1} -> {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            14.1.2 | bytes=0-0           | 206 | bytes 0-0/300000
            14.1.2 | bytes=1-2           | 206 | bytes 1-2/300000
            14.1.2 | bytes=5-299998      | 206 | bytes 5-299998/300000
            14.1.2 | bytes=0-299999      | 206 | bytes 0-299999/300000
            14.1.2 | bytes=0-            | 206 | bytes 0-299999/300000
            14.1.2 | bytes=299999-       | 206 | bytes 299999-299999/300000
            14.1.2 | bytes=-1            | 206 | bytes 299999-299999/300000
            14.1.2 | bytes=-300001       | 206 | bytes 0-299999/300000
            14.1.2 | bytes=10-99999999999999999999 | 206 | bytes 10-299999/300000
            14.1.2 | bytes=0-9,10-19     | 206 | bytes 0-19/300000
            15.5.17 | bytes=300000-      | 416 | bytes */300000
            15.5.17 | bytes=-0           | 416 | bytes */300000
            15.5.17 | bytes=99999999999999999999- | 416 | bytes */300000
            14.2   | bytes=5-2           | 200 | ''
            14.2   | bytes=x             | 200 | ''
            14.1   | lines=1-2           | 200 | ''
            """)
    void answersRange(String section, String range, int status, String contentRange) throws Exception {
        Answer answer = Exchange.get(medium.uri(), "Range: " + range);
        assertEquals(status, answer.status());
        assertEquals(contentRange, answer.field("Content-Range"));
        if (status == 206) {
            String[] ends = contentRange.substring(6).split("[-/]");
            assertArrayEquals(Arrays.copyOfRange(bytes, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1),
                    answer.body());
        } else if (status == 200) {
            assertArrayEquals(bytes, answer.body());
        }
    }

    @Test
    void severalRangesComeInOneBody() throws Exception {
        Answer answer = Exchange.get(medium.uri(), "Range: bytes=100000-100009,-5,0-1");
        assertEquals(206, answer.status());
        assertFalse(answer.has("Content-Range"), "§15.3.7.2");
        String type = answer.field("Content-Type");
        assertTrue(type.startsWith("multipart/byteranges; boundary="), "§14.6: " + type);
        String boundary = "--" + type.substring(type.indexOf('=') + 1);
        String expected = part(boundary, 100_000, 100_009) + "\r\n" + part(boundary, 299_995, 299_999) + "\r\n"
                + part(boundary, 0, 1) + "\r\n" + boundary + "--\r\n";
        assertEquals(expected, answer.text());
    }

    private String part(String boundary, int first, int last) {
        return boundary + "\r\nContent-Type: video/mp4\r\nContent-Range: bytes " + first + "-" + last + "/" + SIZE + "\r\n\r\n"
                + new String(bytes, first, last - first + 1, StandardCharsets.ISO_8859_1);
    }

    @Test
    void manyRangesNeverCostMoreThanTheFile() throws Exception {
        String tiny = IntStream.range(0, 500).mapToObj(i -> i * 4 + "-" + i * 4).collect(Collectors.joining(","));
        assertEquals(200, Exchange.get(medium.uri(), "Range: bytes=" + tiny).status(), "§17.15");
        String overlapping = IntStream.range(0, 500).mapToObj(i -> i + "-").collect(Collectors.joining(","));
        Answer answer = Exchange.get(medium.uri(), "Range: bytes=" + overlapping);
        assertEquals(206, answer.status());
        assertEquals(SIZE, answer.body().length);
    }

    @ParameterizedTest(name = "§{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            13.1.1 | If-Match: ETAG        | 200
            13.1.1 | If-Match: *           | 200
            13.1.1 | If-Match: "other"     | 412
            13.1.1 | If-Match: W/ETAG      | 412
            13.1.2 | If-None-Match: ETAG   | 304
            13.1.2 | If-None-Match: W/ETAG | 304
            13.1.2 | If-None-Match: "x", ETAG | 304
            13.1.2 | If-None-Match: "other" | 200
            13.1.3 | If-Modified-Since: Thu, 06 Nov 2025 12:00:00 GMT   | 304
            13.1.3 | If-Modified-Since: Thu, 06 Nov 2025 11:59:59 GMT   | 200
            13.1.4 | If-Unmodified-Since: Thu, 06 Nov 2025 12:00:00 GMT | 200
            13.1.4 | If-Unmodified-Since: Thu, 06 Nov 2025 11:59:59 GMT | 412
            13.2.2 | If-None-Match: "other"&If-Modified-Since: Thu, 06 Nov 2025 12:00:00 GMT | 200
            13.2.2 | If-Match: ETAG&If-Unmodified-Since: Thu, 06 Nov 2025 11:59:59 GMT | 200
            13.2.2 | If-None-Match: ETAG&Range: bytes=0-1 | 304
            13.2.2 | If-Match: "other"&Range: bytes=0-1   | 412
            13.1.5 | If-Range: ETAG&Range: bytes=0-1      | 206
            13.1.5 | If-Range: W/ETAG&Range: bytes=0-1    | 200
            13.1.5 | If-Range: "other"&Range: bytes=0-1   | 200
            13.1.5 | If-Range: "other"&Range: bytes=900000- | 200
            13.1.5 | If-Range: Thu, 06 Nov 2025 12:00:00 GMT&Range: bytes=0-1 | 206
            13.1.5 | If-Range: Thu, 06 Nov 2025 12:00:01 GMT&Range: bytes=0-1 | 200
            13.1.5 | If-Range: ETAG                       | 200
            """)
    void answersCondition(String section, String fields, int status) throws Exception {
        String tag = Exchange.one("HEAD", medium.uri()).field("ETag");
        Answer answer = Exchange.get(medium.uri(), fields.replace("ETAG", tag).split("&"));
        assertEquals(status, answer.status());
        if (status == 304) {
            assertEquals(tag, answer.field("ETag"), "§15.4.5");
            assertEquals("no-cache", answer.field("Cache-Control"), "§15.4.5");
        }
        if (status == 200) {
            assertArrayEquals(bytes, answer.body());
        }
    }

    @Test
    void headSaysWhatGetWouldSayAndIgnoresRanges() throws Exception {
        Answer get = Exchange.get(medium.uri());
        Answer head = Exchange.one("HEAD", medium.uri(), "Range: bytes=0-1");
        assertEquals(200, head.status(), "§14.2");
        for (String name : List.of("Content-Length", "Content-Type", "ETag", "Last-Modified", "Accept-Ranges", "Vary")) {
            assertEquals(get.field(name), head.field(name), "§9.3.2 " + name);
        }
    }

    @Test
    void headKeepsTheConnectionInStep() throws Exception {
        try (Exchange exchange = new Exchange(medium.uri())) {
            String target = medium.uri().getRawPath();
            assertEquals(200, exchange.ask("HEAD", target).status());
            assertEquals(206, exchange.ask("GET", target, "Range: bytes=0-1").status());
            assertEquals(304, exchange.ask("GET", target, "If-None-Match: *").status());
            assertEquals(416, exchange.ask("GET", target, "Range: bytes=999999-").status());
            assertArrayEquals(bytes, exchange.ask("GET", target).body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND" })
    void mediaAreOnlyRead(String method) throws Exception {
        Answer answer = Exchange.one(method, medium.uri());
        assertEquals(405, answer.status(), "§15.5.6");
        assertEquals("GET, HEAD, OPTIONS", answer.field("Allow"), "§10.2.1");
    }

    @Test
    void optionsNameTheMethods() throws Exception {
        Answer answer = Exchange.one("OPTIONS", medium.uri());
        assertEquals(204, answer.status(), "§9.3.7");
        assertEquals("GET, HEAD, OPTIONS", answer.field("Allow"));
    }

    @Test
    void emptyFileIsServed() throws Exception {
        Publication empty = publish("empty.mp4", new byte[0]);
        Answer whole = Exchange.get(empty.uri());
        assertEquals(200, whole.status());
        assertEquals("0", whole.field("Content-Length"));
        Answer range = Exchange.get(empty.uri(), "Range: bytes=0-");
        assertEquals(416, range.status());
        assertEquals("bytes */0", range.field("Content-Range"));
        assertEquals(200, Exchange.get(empty.uri(), "Range: bytes=-1").status(), "§14.1.2, no Content-Range says 'no byte'");
    }

    @Test
    void bytesBehindFourGibibytesAreServed() throws Exception {
        Path file = folder.resolve("large.mp4");
        long at = (5L << 30) + 12_345;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[] { 1, 2, 3 }), at);
        }
        Publication large = publish(file);
        assertEquals(Long.toString(at + 3), Exchange.one("HEAD", large.uri()).field("Content-Length"));
        Answer answer = Exchange.get(large.uri(), "Range: bytes=" + (at - 1) + "-");
        assertEquals("bytes " + (at - 1) + "-" + (at + 2) + "/" + (at + 3), answer.field("Content-Range"));
        assertArrayEquals(new byte[] { 0, 1, 2, 3 }, answer.body());
        Answer acrossWindows = Exchange.get(large.uri(), "Range: bytes=" + ((5L << 30) - 100_000) + "-" + (at + 1));
        assertEquals(100_000 + 12_347, acrossWindows.body().length);
        assertEquals(2, acrossWindows.body()[112_346]);
    }

    @Test
    void typeComesFromTheBytes() throws Exception {
        byte[] webm = new byte[64];
        System.arraycopy("\u001aE\u00df\u00a3\u0000\u0000\u0000\u0000B\u0082\u0084webm".getBytes(StandardCharsets.ISO_8859_1),
                0, webm, 0, 15);
        assertEquals("video/webm", Exchange.get(publish("misnamed.mp4", webm).uri()).field("Content-Type"));
    }

    @Test
    void namesOfAnyKindFitIntoTheAddress() throws Exception {
        for (String name : List.of("mit Leerzeichen.mp4", "100%.mp4", "größe#1?.mp4", "a+b&c=d.mp4", "中文.mp4", "x;y.mp4")) {
            Publication named = publish(name, bytes);
            Answer answer = Exchange.get(named.uri(), "Range: bytes=0-0");
            // A server need not take every character in a path; if it refuses one, the id alone still leads there.
            if (answer.status() == 400) {
                String path = named.uri().getRawPath();
                answer = Exchange.get(named.uri().resolve(path.substring(0, path.lastIndexOf('/'))), "Range: bytes=0-0");
            }
            assertEquals(206, answer.status(), name + " " + answer.text());
        }
    }

    @Test
    void changedFileHasAnotherTag() throws Exception {
        String before = Exchange.one("HEAD", medium.uri()).field("ETag");
        bytes[0]++;
        Files.write(folder.resolve("film.mp4"), bytes);
        Answer after = Exchange.get(medium.uri(), "If-Range: " + before, "Range: bytes=0-1");
        assertEquals(200, after.status());
        assertArrayEquals(bytes, after.body());
        assertNotEquals(before, after.field("ETag"));
    }

    @Test
    void fileTouchedJustNowGetsNoDateAndATagThatIsNeverReused() throws Exception {
        Path file = Files.write(folder.resolve("fresh.mp4"), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        Publication fresh = publish(file);
        Answer first = Exchange.one("HEAD", fresh.uri());
        Answer second = Exchange.one("HEAD", fresh.uri());
        assertNotEquals(first.field("ETag"), second.field("ETag"));
        assertFalse(first.has("Last-Modified"), "§8.8.2.2");
    }

    @Test
    void missingFileIsNotFoundAndComesBack() throws Exception {
        Path file = folder.resolve("film.mp4");
        Files.delete(file);
        assertEquals(404, Exchange.get(medium.uri()).status(), "§15.5.5");
        Files.write(file, bytes);
        assertEquals(200, Exchange.get(medium.uri()).status());
    }

    @Test
    void closedPublicationIsGone() throws Exception {
        assertEquals(200, Exchange.get(medium.uri()).status());
        medium.close();
        Answer answer = Exchange.get(medium.uri());
        assertEquals(404, answer.status());
        assertFalse(answer.text().contains("film"), answer.text());
    }

    @Test
    void publicationEndsWithItsLifetime() throws Exception {
        Publication brief = Server.start().publish(folder.resolve("film.mp4"), Growth.FIXED,
                Duration.ofMillis(1));
        Instant hang = Instant.now().plusSeconds(30);
        while (Server.start().publications().contains(brief)) {
            assertTrue(Instant.now().isBefore(hang), "it stays published");
            Thread.onSpinWait();
        }
        assertEquals(404, Exchange.get(brief.uri()).status());
    }

    @Test
    void listsWhatIsPublished() throws Exception {
        publish("<b>&\".mp4", bytes);
        String path = medium.uri().getRawPath();
        String token = path.split("/")[2];
        Answer page = Exchange.get(medium.uri().resolve("/media/" + token + "/"));
        assertEquals(200, page.status());
        assertTrue(page.text().contains("src=\"" + path + "\""), page.text());
        assertTrue(page.text().contains("&lt;b&gt;&amp;&quot;.mp4"), page.text());
        assertFalse(page.text().contains("<b>"), page.text());
        assertTrue(page.field("Content-Security-Policy").startsWith("default-src 'none'"));
    }

    @Test
    void oldProtocolVersionIsAnswered() throws Exception {
        try (Exchange exchange = new Exchange(medium.uri())) {
            exchange.raw("GET " + medium.uri().getRawPath() + " HTTP/1.0\r\nHost: 127.0.0.1:" + medium.uri().getPort()
                    + "\r\nRange: bytes=0-1\r\n\r\n");
            Answer answer = exchange.answer("GET");
            assertEquals(206, answer.status());
            assertEquals(-1, exchange.in().read(), "RFC 9112 §9.3: the connection closes");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (Exchange exchange = new Exchange(medium.uri())) {
            String target = medium.uri().getRawPath();
            for (int i = 0; i < 20; i++) {
                exchange.send("GET", target, "Range: bytes=" + i * 1000 + "-" + (i * 1000 + 999));
            }
            for (int i = 0; i < 20; i++) {
                assertArrayEquals(Arrays.copyOfRange(bytes, i * 1000, i * 1000 + 1000), exchange.answer("GET").body());
            }
        }
    }
}
