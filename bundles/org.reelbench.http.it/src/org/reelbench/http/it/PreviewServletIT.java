package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.preview.PreviewPublication;

/** What the server answers for a preview whose encoder does what the test says. */
class PreviewServletIT {

    private static final byte[] BYTES = "a fragment and another one".getBytes(StandardCharsets.US_ASCII);
    private static final String IMMUTABLE = "private, max-age=31536000, immutable";

    private FakePreviews previews;
    private URI page;

    @BeforeEach
    void serve() throws Exception {
        Server.start();
        previews = new FakePreviews();
        page = Services.get(PreviewPublication.class).addresses(FakePreviews.FILM).page();
    }

    @AfterEach
    void end() {
        previews.close();
    }

    private Answer get(String path, String... fields) throws IOException {
        return Exchange.get(page.resolve(path), fields);
    }

    @Test
    void aSegmentThatDoesNotComeIsAskedForLater() throws Exception {
        previews.segment(0).late();
        Answer answer = get("segments/v-0/0.m4s");
        assertEquals(503, answer.status());
        assertEquals("1", answer.field("Retry-After"));
        assertEquals("no-store", answer.field("Cache-Control"));
        assertEquals(Duration.ofSeconds(10), previews.segment(0).patience());
        assertEquals(503, get("segments/v-0/init.mp4").status());
        assertEquals(503, get("stream.mp4").status());
        Eventually.holds("nobody waits any more", () -> previews.segment(0).open() == 0);
    }

    @Test
    void aSegmentThatCannotBeMadeSaysWhy() throws Exception {
        previews.segment(1).fail("the clip Rain cannot be read");
        Answer answer = get("segments/v-1/50.m4s");
        assertEquals(503, answer.status());
        assertEquals("the clip Rain cannot be read", answer.text().strip());
        String manifest = get("manifest.json").text();
        assertTrue(manifest.contains("\"state\":\"failed\",\"bytes\":0,\"message\":\"the clip Rain cannot be read\""), manifest);
    }

    @Test
    void anAnswerWhoseEncoderFailsIsCut() throws Exception {
        FakeSegment segment = previews.segment(0);
        segment.grow(BYTES);
        try (Exchange exchange = new Exchange(page)) {
            exchange.send("GET", page.resolve("segments/v-0/0.m4s").getRawPath());
            assertEquals(200, exchange.head().status());
            assertArrayEquals(BYTES, exchange.chunk());
            segment.fail("the encoder gave up");
            assertThrows(IOException.class, exchange::chunk, "the end that is missing says that it is not all");
        }
        Eventually.holds("nobody reads it any more", () -> segment.open() == 0);
    }

    @Test
    void aSegmentIsSentWhileItGrowsAndNeverChanges() throws Exception {
        FakeSegment segment = previews.segment(2);
        segment.grow(BYTES);
        try (Exchange exchange = new Exchange(page)) {
            exchange.send("GET", page.resolve("segments/v-2/100.m4s").getRawPath());
            Answer head = exchange.head();
            assertEquals("2b", head.field("Reelbench-Init"));
            assertEquals(IMMUTABLE, head.field("Cache-Control"));
            assertArrayEquals(BYTES, exchange.chunk());
            segment.grow(BYTES);
            assertArrayEquals(BYTES, exchange.chunk());
            segment.ready();
            assertEquals(null, exchange.chunk());
        }
        Answer whole = get("segments/v-2/100.m4s");
        assertEquals(Integer.toString(2 * BYTES.length), whole.field("Content-Length"));
        assertEquals("video/iso.segment", whole.field("Content-Type"));
        Answer head = Exchange.one("HEAD", page.resolve("segments/v-2/100.m4s"));
        assertEquals(Integer.toString(2 * BYTES.length), head.field("Content-Length"));
    }

    @Test
    void initSegmentsNeverChange() throws Exception {
        previews.segment(0).grow(BYTES);
        for (String path : new String[] { "segments/v-0/init.mp4", "init/1a.mp4" }) {
            Answer init = get(path);
            assertArrayEquals(new byte[] { 1, 2, 3 }, init.body());
            assertEquals("video/mp4; codecs=\"avc1.42c01f\"", init.field("Content-Type").replace(";codecs", "; codecs"));
            assertEquals(IMMUTABLE, init.field("Cache-Control"));
        }
    }

    @Test
    void aPlaylistTellsWhereTheEncoderChangedAndIsKeptForAWhile() throws Exception {
        for (int i = 0; i < 4; i++) {
            previews.segment(i).grow(BYTES);
            previews.segment(i).ready();
        }
        assertEquals(200, get("hls.m3u8").status());
        String playlist = get("hls/1/pictures.m3u8").text();
        String[] parts = playlist.split("#EXT-X-DISCONTINUITY\n");
        assertEquals(2, parts.length, playlist);
        assertTrue(parts[0].contains("#EXT-X-MAP:URI=\"../../init/1a.mp4\"") && parts[0].contains("v-1/50.m4s"), playlist);
        assertTrue(parts[1].startsWith("#EXT-X-MAP:URI=\"../../init/2b.mp4\"") && parts[1].endsWith("#EXT-X-ENDLIST\n"),
                playlist);
        for (int i = 0; i < 16; i++) {
            previews.rename("Film " + i);
            assertEquals(200, get("hls/1/pictures.m3u8").status(), "after " + i + " others");
            assertEquals(200, get("hls.m3u8").status());
        }
        assertEquals(410, get("hls/1/pictures.m3u8").status());
    }

    @Test
    void askingForTheHeadOfAStreamEncodesNoFilm() throws Exception {
        previews.segment(0).grow(BYTES);
        previews.segment(0).ready();
        Answer head = Exchange.one("HEAD", page.resolve("stream.mp4"));
        assertEquals(200, head.status());
        assertTrue(head.field("Content-Type").startsWith("video/mp4"), head.fields()::toString);
        assertEquals(Duration.ZERO, previews.segment(1).patience(), "nobody waited for the second segment");
        assertEquals(200, Exchange.one("HEAD", page.resolve("events")).status());
        Eventually.holds("nobody looks", () -> previews.openViewers().isEmpty());
    }

    @Test
    void whatIsNotReadIsCalledByItsFault() throws Exception {
        Answer put = Exchange.one("PUT", page.resolve("manifest.json"), "Content-Length: 0");
        assertEquals(405, put.status());
        assertEquals("GET, HEAD, OPTIONS, POST", put.field("Allow"));
        assertEquals(404, Exchange.one("POST", page.resolve("manifest.json"), "Content-Length: 0").status());
        assertEquals(404, Exchange.one("POST", page.resolve("viewers/0123456789abcdef?frame=1"), "Content-Length: 0").status());
        assertEquals(301, Exchange.get(URI.create(page.toString().replaceFirst("/$", ""))).status());
        assertEquals(404, get("../other/manifest.json").status());
        assertEquals(503, get("still?frame=1").status(), "rendering fails");
    }

    @ParameterizedTest
    @ValueSource(strings = { "segments/v-9/0.m4s", "segments/v-0/99999999999999999999.m4s", "segments/v-0/-1.m4s",
            "segments/%2e%2e/0.m4s", "segments/v-0%2f0.m4s", "segments/V-0/0.m4s", "segments/v-0/0.m4s/", "init/.mp4",
            "init/%00.mp4",
            "init/..%5c..%5cetc.mp4", "segments//init.mp4", "hls/1/pictures-999.m3u8", "hls/99999999999999999/sound.m3u8",
            "hls/1/other.m3u8", "stream.mp4?from=NaN", "stream.mp4?from=-1", "stream.mp4?from=1e9", "stream.mp4?from=999999999",
            "Web.class", "../../../../../etc/passwd", "index.html%00", "viewers/x", "player.js/" })
    void hostileNamesLeadNowhere(String path) throws Exception {
        int status = Exchange.get(URI.create(page + path)).status();
        assertTrue(Set.of(400, 404, 410).contains(status), path + " -> " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = { "from=-1&to=-5", "from=99999999999999999999", "from=50&to=1", "rung=99", "rung=-7",
            "rung=x&from=%00",
            "from=1&from=2" })
    void hostileRangesAreTakenAsWhatTheFilmHas(String query) throws Exception {
        assertEquals(200, get("manifest.json?" + query).status());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "player.js", "manifest.json", "segments/v-0/0.m4s", "segments/v-0/init.mp4", "init/1a.mp4",
            "events",
            "hls.m3u8", "hls/1/pictures.m3u8", "stream.mp4", "still?frame=0", "viewers/1?frame=0" })
    void theRulesOfTheServerHoldForEveryAddress(String path) throws Exception {
        previews.segment(0).late();
        String method = path.startsWith("viewers") ? "POST" : "GET";
        URI uri = page.resolve(path);
        URI unknown = URI.create(uri.toString().replaceFirst("/preview/[^/]{22}/", "/preview/0123456789012345678901/"));
        assertEquals(404, Exchange.one(method, unknown, "Content-Length: 0").status(), "another token");
        assertEquals(421, Exchange.one(method, uri, "Host: evil.example:" + uri.getPort(), "Content-Length: 0").status());
        Answer foreign = Exchange.one(method, uri, "Origin: http://evil.example", "Content-Length: 0");
        assertEquals(403, foreign.status());
        assertTrue(!foreign.has("Access-Control-Allow-Origin"));
        assertTrue(previews.viewers().isEmpty(), "nobody got in");
    }
}
