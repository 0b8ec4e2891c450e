package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.preview.PreviewPublication;

/** Many pages at once, some of which stall or leave without a word: each is one viewer, and none costs a thread. */
class PreviewCrowdIT {

    private static final boolean DEEP = "deep".equals(System.getProperty("reelbench.tier"));
    private static final int MOST_PAGES = 128;
    private static final int PAGES = DEEP ? 1_000 : 160;
    private static final int STALLED = DEEP ? 200 : 60;
    private static final Pattern KEY = Pattern.compile("\"key\":\"([0-9a-f]{16})\"");

    private final List<Exchange> opened = new ArrayList<>();

    private FakePreviews previews;
    private URI page;

    @BeforeEach
    void serve() throws Exception {
        Server.start();
        previews = new FakePreviews();
        Eventually.holds("the film is served", this::isServed);
    }

    /** A server that has just been opened anew answers at its old address for a moment, or not yet at its new one. */
    private boolean isServed() throws Exception {
        page = Services.get(PreviewPublication.class).addresses(FakePreviews.FILM).page();
        try {
            return Exchange.get(page.resolve("manifest.json")).status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @AfterEach
    void end() throws Exception {
        closeAll();
        // Who comes next finds room.
        Eventually.holds("pages that went without a word are let go", () -> previews.openViewers().isEmpty());
        previews.close();
    }

    private void closeAll() throws IOException {
        for (Exchange exchange : opened) {
            exchange.close();
        }
    }

    private Exchange connect(int windowBytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(windowBytes);
        Exchange exchange = new Exchange(page, socket);
        opened.add(exchange);
        return exchange;
    }

    private Exchange listen() throws IOException {
        Exchange exchange = connect(16 * 1024);
        exchange.send("GET", page.resolve("events").getRawPath());
        return exchange;
    }

    private static String heard(Exchange exchange, String text) throws IOException {
        StringBuilder all = new StringBuilder();
        while (all.indexOf(text) < 0 || !all.toString().endsWith("\n\n")) {
            all.append(new String(exchange.chunk(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private int say(String key, String what) throws IOException {
        return Exchange.one("POST", page.resolve("viewers/" + key + "?" + what), "Content-Length: 0").status();
    }

    @Test
    void eachPageIsAViewerWithItsOwnPlayheadUntilItLeaves() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Exchange events = listen();
            assertEquals("text/event-stream;charset=utf-8", events.head().field("Content-Type").toLowerCase(Locale.ROOT));
            Matcher key = KEY.matcher(heard(events, "event: revision"));
            assertTrue(key.find());
            keys.add(key.group(1));
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(204, say(keys.get(i), "frame=" + 10 * i + "&playing=" + i % 2));
        }
        List<String> places = previews.viewers().stream().map(one -> one.frame + " " + one.playing).sorted().toList();
        assertEquals(List.of("0 false", "10 true", "20 false"), places);
        assertEquals(204, say(keys.get(1), "gone=1"));
        assertEquals(List.of("0 false", "20 false"),
                previews.openViewers().stream().map(one -> one.frame + " " + one.playing).sorted().toList());
        assertEquals(404, say(keys.get(1), "frame=5"), "it is gone");
        // Without a word.
        opened.getFirst().close();
        Eventually.holds("its viewer is gone, too", () -> previews.openViewers().size() == 1);
    }

    @Test
    void pagesHearWhatChangedAndOneThatDoesNotReadHearsTheLastOfIt() throws Exception {
        Exchange reading = listen();
        Exchange stalled = listen();
        assertEquals(200, reading.head().status());
        assertEquals(200, stalled.head().status());
        heard(reading, "event: revision");
        for (int i = 0; i < 1_000; i++) {
            previews.segment(0).grow(new byte[] { 1 });
            previews.tell(0);
        }
        previews.segment(0).ready();
        previews.tell(0);
        previews.rename("Other");
        heard(reading, "\"state\":\"ready\",\"bytes\":1000");
        heard(stalled, "\"state\":\"ready\",\"bytes\":1000");
    }

    @Test
    void soManyPagesListenAndNoMore() throws Exception {
        int refused = 0;
        List<Exchange> listening = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            Exchange events = listen();
            Answer head = events.head();
            if (head.status() == 200) {
                listening.add(events);
            } else {
                assertEquals(503, head.status());
                assertTrue(head.has("Retry-After"));
                refused++;
            }
        }
        assertEquals(MOST_PAGES, listening.size());
        assertEquals(PAGES - MOST_PAGES, refused);
        assertEquals(MOST_PAGES, previews.openViewers().size());
        assertEquals(200, Exchange.get(page.resolve("manifest.json")).status(), "others are answered");
        Matcher key = KEY.matcher(heard(listening.getFirst(), "event: revision"));
        assertTrue(key.find());
        assertEquals(204, say(key.group(1), "gone=1"));
        assertEquals(200, listen().head().status(), "there is room again");
    }

    @Test
    void clientsThatStallHoldNobodyUp() throws Exception {
        FakeSegment large = previews.segment(3);
        large.grow(new byte[32 << 20]);
        large.ready();
        for (int i = 0; i < STALLED; i++) {
            Exchange stalled = connect(4 * 1024);
            stalled.send("GET", page.resolve("segments/v-3/150.m4s").getRawPath());
            assertEquals(200, stalled.head().status());
        }
        assertEquals(STALLED, large.open());
        previews.segment(0).grow(new byte[100]);
        previews.segment(0).ready();
        for (int i = 0; i < 10; i++) {
            assertEquals(100, Exchange.get(page.resolve("segments/v-0/0.m4s")).body().length);
            assertEquals(200, Exchange.get(page.resolve("manifest.json")).status());
        }
        assertEquals(List.of(), threadsThatSend(), "those who stall hold no thread of the system");
        closeAll();
        Eventually.holds("all are let go", () -> large.open() == 0);
    }

    private static List<String> threadsThatSend() {
        return Thread.getAllStackTraces().entrySet().stream().filter(thread -> Arrays.stream(thread.getValue())
                .anyMatch(frame -> frame.getClassName().startsWith("org.reelbench.preview.")))
                .map(thread -> thread.getKey().getName())
                .toList();
    }
}
