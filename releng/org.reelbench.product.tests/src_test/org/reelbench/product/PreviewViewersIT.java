package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several viewers of one film that is not encoded yet: each gets what it looks at first, one that rests costs nothing more. */
@Timeout(300)
class PreviewViewersIT {

    private static final Pattern PICTURES = Pattern.compile("\"pictures\":\\[(.*?)\\]");
    private static final Pattern SEGMENT = Pattern
            .compile(
                    "\\{\"id\":\"([^\"]+)\",.*?\"startTicks\":(\\d+),\"durationTicks\":(\\d+),\"ticksPerSecond\":(\\d+),\"state\":\"(\\w+)\"");
    private static final Pattern NEWS = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"state\":\"ready\"");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([0-9a-f]+)\"");

    /** The film's. */
    private static final int RATE = 30;

    private final HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    @TempDir
    private Path home;

    private PreviewServing serving;

    /** A page: hears events, tells where it is. */
    private final class Page implements AutoCloseable {

        private final BufferedReader events;
        private final String key;

        Page() throws IOException, InterruptedException {
            HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(uri("events")).build(),
                    BodyHandlers.ofInputStream());
            assertEquals(200, answer.statusCode());
            events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            key = next(KEY);
        }

        /** The next event that says such a thing. */
        String next(Pattern pattern) throws IOException {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    return matcher.group(1);
                }
            }
            throw new IOException("the events have ended");
        }

        void at(long frame, boolean playing) throws IOException, InterruptedException {
            URI uri = uri("viewers/" + key + "?frame=" + frame + "&playing=" + (playing ? 1 : 0));
            assertEquals(204,
                    http.send(HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding())
                            .statusCode());
        }

        @Override
        public void close() throws IOException {
            events.close();
        }
    }

    @BeforeEach
    void serve() throws Exception {
        // Beside the demo's own, as the media are named from there.
        Path demo = DemoFilm.folder();
        Path project = demo.resolve("viewers.reel");
        Files.copy(demo.resolve("demo.reel"), project, StandardCopyOption.REPLACE_EXISTING);
        serving = PreviewServing.start(home, project);
    }

    @AfterEach
    void end() throws IOException {
        http.shutdownNow();
        serving.close();
    }

    private URI uri(String name) {
        return serving.uri("page").resolve(name);
    }

    /** A segment of pictures: seconds and state. */
    private record Piece(String id, double from, double to, String state) {

        boolean isUnder(double second) {
            return from <= second && to > second;
        }

        /** Whether somebody who rests at the start has it encoded. */
        boolean isNearTheStart() {
            return from < 6;
        }
    }

    private List<Piece> pieces() throws IOException, InterruptedException {
        String manifest = http.send(HttpRequest.newBuilder(uri("manifest.json")).build(), BodyHandlers.ofString()).body();
        Matcher pictures = PICTURES.matcher(manifest);
        assertTrue(pictures.find(), manifest);
        List<Piece> pieces = new ArrayList<>();
        Matcher segment = SEGMENT.matcher(pictures.group(1));
        while (segment.find()) {
            double ticks = Double.parseDouble(segment.group(4));
            double from = Long.parseLong(segment.group(2)) / ticks;
            pieces.add(new Piece(segment.group(1), from, from + Long.parseLong(segment.group(3)) / ticks, segment.group(5)));
        }
        return pieces;
    }

    private List<Piece> begun() throws IOException, InterruptedException {
        return pieces().stream().filter(piece -> !piece.state().equals("pending")).toList();
    }

    private List<Piece> ready() throws IOException, InterruptedException {
        return pieces().stream().filter(piece -> piece.state().equals("ready")).toList();
    }

    /** The next place of which pictures are ready; it has another id in another quality, which a slow machine is given. */
    private Piece nextReady(Page page) throws IOException, InterruptedException {
        while (true) {
            String id = page.next(NEWS);
            Optional<Piece> piece = pieces().stream().filter(one -> one.id().equals(id)).findFirst();
            if (piece.isPresent()) {
                return piece.get();
            }
        }
    }

    @Test
    void whoRestsGetsItsSurroundingsAndNothingMoreUntilItPlays() throws Exception {
        try (Page page = new Page()) {
            page.at(0, false);
            long near = pieces().stream().filter(Piece::isNearTheStart).count();
            assertTrue(near < pieces().size(), "the film is longer than what is near");
            while (ready().stream().filter(Piece::isNearTheStart).count() < near) {
                nextReady(page);
            }
            // Nothing else is under way now, and nothing was.
            assertEquals(near, begun().size(), () -> "of " + near);
            page.at(0, true);
            Piece first = nextReady(page);
            while (first.isNearTheStart()) {
                first = nextReady(page);
            }
            assertTrue(first.from() < 14, "what comes next is encoded before what comes last: " + first);
        }
    }

    @Test
    void eachOfThreeGetsWhatItLooksAtBeforeAnythingElse() throws Exception {
        List<Double> seconds = List.of(0.0, 8.5, 17.0);
        try (Page first = new Page(); Page second = new Page(); Page third = new Page()) {
            List<Page> pages = List.of(first, second, third);
            for (int i = 0; i < pages.size(); i++) {
                pages.get(i).at(Math.round(seconds.get(i) * RATE), false);
            }
            List<Piece> made = new ArrayList<>(ready());
            while (!seconds.stream().allMatch(at -> made.stream().anyMatch(piece -> piece.isUnder(at)))) {
                made.add(nextReady(third));
            }
            long places = made.stream().map(Piece::from).distinct().count();
            // Others only where a lane was at work before all had said where they are, or went on while another one was busy.
            assertTrue(places <= seconds.size() + 2, "what is under the playheads comes first: " + made);
        }
    }
}
