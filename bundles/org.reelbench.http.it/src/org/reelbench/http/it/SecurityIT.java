package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

/** Who gets nothing: strangers, other names, other pages, and those who wander through paths. */
class SecurityIT {

    private static final String FRIEND = "http://localhost:3000";
    private static final Map<String, Object> SETTINGS = Map.of("origins", new String[] { FRIEND });

    @TempDir
    Path folder;

    private Publication medium;
    private String token;
    private String id;
    private String host;

    @BeforeEach
    void publish() throws Exception {
        Path file = Files.write(folder.resolve("film.mp4"), new byte[1000]);
        medium = Server.start(SETTINGS).publish(file, Growth.FIXED, MediaPublication.UNTIL_CLOSED);
        String[] path = medium.uri().getRawPath().split("/");
        token = path[2];
        id = path[3];
        host = "Host: 127.0.0.1:" + medium.uri().getPort();
    }

    @AfterEach
    void close() {
        medium.close();
    }

    private Answer ask(String method, String target, String... fields) throws IOException {
        return answered(exchange -> exchange.ask(method, target, fields));
    }

    /**
     * Asks once more if a connection ends without an answer, as clients do (RFC 9112 §9.3.1). Jetty 12.0 now and then closes before
     * it has said what is wrong with a request that its parser refuses (jetty.project issue 14327).
     */
    private Answer answered(Question question) throws IOException {
        for (int attempt = 1;; attempt++) {
            try (Exchange exchange = new Exchange(medium.uri())) {
                return question.of(exchange);
            } catch (Exchange.NoAnswerException e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    @FunctionalInterface
    private interface Question {
        Answer of(Exchange exchange) throws IOException;
    }

    private String wrongToken() {
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');
    }

    @Test
    void wrongTokenLooksLikeNothing() throws Exception {
        for (String wrong : List.of(wrongToken(), token.substring(1), token.toLowerCase(Locale.ROOT) + "x")) {
            assertEquals(404, ask("GET", "/media/" + wrong + "/" + id).status());
            assertEquals(404, ask("GET", "/media/" + wrong + "/").status());
        }
        assertEquals(404, ask("GET", "/media/" + id).status());
        assertEquals(404, ask("GET", "/").status());
    }

    @Test
    void tokenMayComeInTheAuthorizationField() throws Exception {
        assertEquals(200, ask("GET", "/media/" + id, "Authorization: Bearer " + token).status());
        assertEquals(200, ask("GET", "/media/" + id + "/film.mp4", "authorization: bearer " + token).status());
        assertEquals(200, ask("GET", medium.uri().getRawPath(), "Authorization: Bearer " + token).status());
        Answer refused = ask("GET", "/media/" + id, "Authorization: Bearer " + wrongToken());
        assertEquals(401, refused.status(), "§15.5.2");
        assertEquals("Bearer", refused.field("WWW-Authenticate"), "§11.6.1");
        assertEquals(401, ask("GET", medium.uri().getRawPath(), "Authorization: Basic " + token).status());
    }

    @Test
    void cookieIsNoToken() throws Exception {
        assertEquals(404, ask("GET", "/media/" + id, "Cookie: token=" + token).status());
    }

    @ParameterizedTest(name = "Host {0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1:PORT         | 200
            localhost:PORT         | 200
            evil.example:PORT      | 421
            evil.example           | 421
            127.0.0.1              | 421
            127.0.0.1:1            | 421
            localhost.evil.example:PORT | 421
            """)
    void otherNamesAreMisdirected(String name, int status) throws Exception {
        String field = "Host: " + name.replace("PORT", Integer.toString(medium.uri().getPort()));
        assertEquals(status, ask("GET", medium.uri().getRawPath(), field).status(), "§15.5.20");
    }

    @Test
    void requestWithoutOrWithTwoNamesIsBad() throws Exception {
        Answer none = answered(exchange -> {
            exchange.raw("GET " + medium.uri().getRawPath() + " HTTP/1.1\r\n\r\n");
            return exchange.answer("GET");
        });
        assertEquals(400, none.status(), "RFC 9112 §3.2");
        assertEquals(400, ask("GET", medium.uri().getRawPath(), host, "Host: evil.example").status(), "RFC 9112 §3.2");
    }

    @Test
    void nameInTheTargetCountsToo() throws Exception {
        String path = medium.uri().getRawPath();
        int status = ask("GET", "http://evil.example" + path, host).status();
        assertTrue(status == 421 || status == 400, "RFC 9112 §3.2.2: " + status);
    }

    @Test
    void pagesOfStrangersMayNotRead() throws Exception {
        for (String origin : List.of("http://evil.example", "null", "https://localhost:3000", "http://localhost:3001",
                "http://localhost:3000.evil.example")) {
            Answer answer = ask("GET", medium.uri().getRawPath(), "Origin: " + origin);
            assertEquals(403, answer.status(), origin);
            assertFalse(answer.has("Access-Control-Allow-Origin"), origin);
            assertFalse(answer.has("Timing-Allow-Origin"), origin);
        }
    }

    @Test
    void pagesOfFriendsMayRead() throws Exception {
        for (String origin : List.of(FRIEND, "http://127.0.0.1:" + medium.uri().getPort())) {
            Answer answer = ask("GET", medium.uri().getRawPath(), "Origin: " + origin, "Range: bytes=0-1");
            assertEquals(206, answer.status(), origin);
            assertEquals(origin, answer.field("Access-Control-Allow-Origin"));
            assertEquals(origin, answer.field("Timing-Allow-Origin"));
            assertTrue(answer.field("Access-Control-Expose-Headers").contains("Content-Range"));
            assertFalse(answer.has("Access-Control-Allow-Credentials"));
        }
    }

    @Test
    void preflightIsAnsweredForFriendsAlone() throws Exception {
        String[] fields = { "Origin: " + FRIEND, "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: range,authorization", "Access-Control-Request-Private-Network: true" };
        Answer answer = ask("OPTIONS", "/media/" + id, fields);
        assertEquals(204, answer.status());
        assertEquals(FRIEND, answer.field("Access-Control-Allow-Origin"));
        assertTrue(answer.field("Access-Control-Allow-Methods").contains("GET"));
        assertTrue(answer.field("Access-Control-Allow-Headers").contains("Range"));
        assertEquals("true", answer.field("Access-Control-Allow-Private-Network"));
        assertFalse(answer.field("Vary").isEmpty());
        fields[0] = "Origin: http://evil.example";
        Answer refused = ask("OPTIONS", "/media/" + id, fields);
        assertEquals(403, refused.status());
        assertFalse(refused.has("Access-Control-Allow-Private-Network"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/..", "/../..", "/%2e%2e", "/%2e%2e/%2e%2e", "/..%2f..", "/%252e%252e/", "/..;/", "/.", "//",
            "/%00", "/%5c..%5c", "/..\\..", "/%c0%ae%c0%ae/", "/film.mp4/..", "/film.mp4/../../../../etc/passwd",
            "/film.mp4%00.txt",
            "/other.mp4", "/FILM.MP4" })
    void wandererFindsNothing(String way) throws Exception {
        for (String prefix : List.of("/media/" + token, "/media/" + token + "/" + id)) {
            Answer answer = ask("GET", prefix + way + (way.endsWith("/") ? "etc/passwd" : "/etc/passwd"));
            assertTrue(answer.status() == 404 || answer.status() == 400, way + " -> " + answer.status());
            assertFalse(answer.text().contains("root:"));
            assertFalse(answer.text().contains(folder.toString()));
        }
        int status = ask("GET", "/media/" + token + "/" + id + way).status();
        // Dots may lead back to the list of what is published, which the holder of the token may see.
        assertTrue(status == 404 || status == 400 || way.contains(".") && status == 200 && !way.contains("mp4"), way + status);
    }

    @Test
    void linksLeadNowhereOnceTheFileIsPublished() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path file = folder.resolve("film.mp4");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);
        assertEquals(404, Exchange.get(medium.uri()).status());
    }

    @Test
    void linksOfFoldersLeadNowhereEither() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path outer = Files.createDirectory(folder.resolve("outer"));
        Path file = Files.writeString(inner.resolve("a.mp4"), "mine");
        Files.writeString(outer.resolve("a.mp4"), "secret");
        try (Publication other = Server.start(SETTINGS).publish(file, Growth.FIXED, MediaPublication.UNTIL_CLOSED)) {
            assertEquals("mine", Exchange.get(other.uri()).text());
            Files.move(inner, folder.resolve("moved"));
            Files.createSymbolicLink(inner, outer);
            assertEquals(404, Exchange.get(other.uri()).status());
        }
    }

    @Test
    void longHeadIsRefused() throws Exception {
        String target = medium.uri().getRawPath();
        assertEquals(200, ask("GET", target, "X-Filler: " + "a".repeat(8_000)).status());
        Answer answer = ask("GET", target, "X-Filler: " + "a".repeat(17_000));
        assertEquals(431, answer.status(), "RFC 6585 §5");
        assertSaysNothing(answer);
    }

    @Test
    void garbageIsBadAndTellsNothing() throws Exception {
        for (String garbage : List.of("GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\r\n\r\n",
                "GET / HTTP/1.1\r\n" + host + "\r\nBad Header: 1\r\n\r\n", "GET / HTTP/1.1\r\n" + host
                        + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\n" + host + "\r\nContent-Length: -1\r\n\r\n")) {
            Answer answer = answered(exchange -> {
                exchange.raw(garbage);
                return exchange.answer("GET");
            });
            assertTrue(answer.status() == 400 || answer.status() == 505, garbage + " -> " + answer.status());
            assertSaysNothing(answer);
        }
    }

    private static void assertSaysNothing(Answer answer) {
        String all = answer.fields() + answer.text();
        for (String inside : List.of("etty", "felix", "java", "org.", "Exception", "\tat ")) {
            assertFalse(all.contains(inside), all);
        }
    }

    @Test
    void errorsAreNotKept() throws Exception {
        Answer answer = ask("GET", "/media/" + token + "/nothing");
        assertEquals(404, answer.status());
        assertEquals("no-store", answer.field("Cache-Control"));
        assertSaysNothing(answer);
    }
}
