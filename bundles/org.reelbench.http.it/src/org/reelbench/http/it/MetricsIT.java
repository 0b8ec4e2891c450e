package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.MediaPublication.Growth;
import org.reelbench.media.Publication;

/** What watches the server sees what it does, and only with the token. */
class MetricsIT {

    private static final int SIZE_BYTES = 1000;
    private static final String REQUESTS = "reelbench_http_requests_total";
    private static final String BYTES = "reelbench_http_sent_bytes_total";

    @TempDir
    Path folder;
    private Publication medium;
    private URI metrics;

    @BeforeEach
    void publish() throws Exception {
        Path file = Files.write(folder.resolve("film.mp4"), new byte[SIZE_BYTES]);
        medium = Server.start().publish(file, Growth.FIXED, MediaPublication.UNTIL_CLOSED);
        metrics = Services.get(HttpEndpoint.class).uri("/metrics");
    }

    @AfterEach
    void close() {
        medium.close();
    }

    private static double number(String text, String meter) {
        Matcher matcher = Pattern.compile("^" + Pattern.quote(meter) + " (\\S+)$", Pattern.MULTILINE).matcher(text);
        assertTrue(matcher.find(), text);
        return Double.parseDouble(matcher.group(1));
    }

    private String metrics() throws Exception {
        Answer answer = Exchange.get(metrics);
        assertEquals(200, answer.status());
        String type = answer.field("Content-Type").replace(" ", "");
        assertTrue(type.startsWith("text/plain;version=0.0.4"), type);
        return answer.text();
    }

    @Test
    void requestsAndBytesAreCounted() throws Exception {
        String before = metrics();
        assertEquals(200, Exchange.get(medium.uri()).status());
        assertEquals(206, Exchange.get(medium.uri(), "Range: bytes=0-9").status());
        assertEquals(2, number(metrics(), REQUESTS) - number(before, REQUESTS));
        // The client may have the last byte before the server has counted it.
        Eventually.holds("the number of bytes", () -> number(metrics(), BYTES) - number(before, BYTES) == SIZE_BYTES + 10);
        assertTrue(number(before, "jvm_heap_used_bytes") > 0);
    }

    @Test
    void healthIsToldAsJson() throws Exception {
        Answer answer = Exchange.get(Services.get(HttpEndpoint.class).uri("/health"));
        assertTrue(answer.text().contains("{\"name\":\"memory\",\"status\":"), answer.text());
        boolean isWell = answer.text().startsWith("{\"status\":\"OK\"") || answer.text().startsWith("{\"status\":\"WARN\"");
        assertEquals(isWell ? 200 : 503, answer.status(), answer.text());
        assertEquals(404, Exchange.get(metrics.resolve("/health")).status());
    }

    @Test
    void whoeverStartsAndFeedsItAsksWithoutAToken() throws Exception {
        assertEquals("yes\n", Exchange.get(metrics.resolve("/health/live")).text());
        boolean isWell = Exchange.get(Services.get(HttpEndpoint.class).uri("/health")).status() == 200;
        Answer ready = Exchange.get(metrics.resolve("/health/ready"));
        assertEquals(isWell ? 200 : 503, ready.status());
        assertEquals(isWell ? "yes\n" : "no\n", ready.text(), "it tells nothing of why");
        assertEquals(421, Exchange.get(metrics.resolve("/health/live"), "Host: evil.example.com").status());
        assertEquals(403, Exchange.get(metrics.resolve("/health/ready"), "Origin: https://evil.example.com").status());
        assertEquals(404, Exchange.get(metrics.resolve("/health/lively")).status());
        assertEquals(405, Exchange.one("POST", metrics.resolve("/health/live")).status());
    }

    @Test
    void strangersSeeNothing() throws Exception {
        assertEquals(404, Exchange.get(metrics.resolve("/metrics")).status());
        assertEquals(404, Exchange.get(metrics.resolve("/metrics/guessed/")).status());
        assertEquals(404, Exchange.get(URI.create(metrics + "more")).status());
        assertEquals(405, Exchange.one("POST", metrics).status());
    }
}
