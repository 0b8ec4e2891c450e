package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.MediaException;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.render.MediaCatalog;
import org.reelbench.rest.ProjectApi;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.PublishedProject;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** Recordings over HTTP: started, watched, put on the timeline and ended by requests, into one folder. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RecordingApiIT {

    private static final MediaCatalog NO_MEDIA = id -> {
        throw new MediaException(MediaException.Reason.MISSING, id.value(), "there is none");
    };
    private static final String CARDS = "\"pictures\":\"synthetic:card\",\"size\":\"320x180\",\"rate\":30";
    private static final String JSON = "application/json";

    private static OtherBundles others;

    @TempDir
    Path folder;
    private ProjectSession session;
    private PublishedProject published;
    private ApiClient client;

    @BeforeAll
    static void startWhatRecords() throws Exception {
        others = new OtherBundles("org.reelbench.project", "org.reelbench.media", "org.reelbench.media.ffmpeg",
                "org.reelbench.store", "org.reelbench.loading", "org.reelbench.render", "org.reelbench.encoding",
                "org.reelbench.capture");
    }

    @AfterAll
    static void stopWhatRecords() throws Exception {
        others.close();
    }

    @BeforeEach
    void publish() throws Exception {
        Server.start();
        session = Services.get(ProjectSessions.class).create(Project.of("Film", new Sequence(new Id("s1"), "Film",
                FrameRate.of(25, 1), 640, 360, 48_000, tracks(), Extras.NONE)));
        publish(Optional.of(folder));
    }

    private static List<Track> tracks() {
        return List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO), Track.of(new Id("a1"), "A1", TrackKind.AUDIO));
    }

    private void publish(Optional<Path> recordings) throws Exception {
        published = Services.get(ProjectApi.class).publish(session,
                new ProjectSettings(_ -> NO_MEDIA, Optional.empty(), recordings));
        client = new ApiClient(Services.get(ProjectApi.class).uri(published));
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        published.close();
        session.closeAndForget();
    }

    private String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.get(path);
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    private String start(String members) throws IOException, InterruptedException {
        HttpResponse<String> started = client.post("recordings", JSON, "{" + members + "}");
        assertEquals(202, started.statusCode(), started.body());
        return started.headers().firstValue("Location").orElseThrow();
    }

    private void awaits(String what, String where, String text) throws Exception {
        Eventually.holds(what, () -> body(where).contains(text));
    }

    private static URI url(String body) {
        Matcher matcher = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(body);
        assertTrue(matcher.find(), body);
        return URI.create(matcher.group(1));
    }

    @Test
    void aRecordingOnTheTimelineGrowsUntilItIsStoppedAndKeepsItsAddress() throws Exception {
        assertTrue(body("../../devices").contains("\"name\":\"synthetic:card\""));
        String where = start("\"file\":\"talk.mp4\"," + CARDS + ",\"sound\":\"synthetic:clicks\",\"at\":10");
        awaits("its place", where, "\"timeline\":\"put\"");
        awaits("its address", where, "\"url\":");
        URI url = url(body(where));
        assertEquals(206, Exchange.get(url, "Range: bytes=0-99").status());
        Eventually.holds("growth", () -> session.project().mainSequence().durationFrames() > 10 + 25);
        assertEquals(409, client.post(where + "/put", JSON, "{\"at\":90}").statusCode(), "it is there already");
        assertEquals(409, client.post("recordings", JSON, "{\"file\":\"talk.mp4\"," + CARDS + "}").statusCode());
        assertTrue(body(where).contains("\"state\":\"recording\""));
        assertEquals(200, client.post(where + "/stop", "", "").statusCode());
        awaits("its end", where, "\"state\":\"finished\"");
        Eventually.holds("its length", () -> session.project().media().getFirst().recorded() == null);
        String ended = body(where);
        assertEquals(10 + Math.ceilDiv(ApiClient.number(ended, "writtenMs") * 25, 1000),
                session.project().mainSequence().durationFrames(), 1);
        assertEquals(Files.size(folder.resolve("talk.mp4")), Long.parseLong(Exchange.get(url).field("Content-Length")));
        assertTrue(body("recordings").contains("\"id\":\"1\""));
        assertEquals(200, client.post("undo", "", "").statusCode());
        assertEquals(0, session.project().mainSequence().durationFrames());
        published.close();
        assertEquals(404, Exchange.get(url).status(), "a publication dies with its owner");
    }

    @Test
    void oneThatIsPutLaterIsAsLongAsItIs() throws Exception {
        String where = start("\"file\":\"talk.mp4\"," + CARDS);
        Eventually.holds("a second", () -> ApiClient.number(body(where), "writtenMs") > 1000);
        assertFalse(body(where).contains("\"timeline\""));
        assertEquals(200, client.post(where + "/put", JSON, "{\"at\":\"1s\"}").statusCode());
        awaits("its place", where, "\"timeline\":\"put\"");
        assertTrue(session.project().mainSequence().durationFrames() > 25 + 25);
        assertEquals(1, session.project().mainSequence().track(new Id("v1")).items().startOf(1) / 25, "at 1 s");
        // What is taken back with its project ends with what it has.
        published.close();
        Eventually.holds("its file", () -> Files.size(folder.resolve("talk.mp4")) > 0
                && session.project().media().getFirst().recorded() != null);
    }

    @Test
    void oneThatIsGivenUpLeavesNothing() throws Exception {
        String where = start("\"file\":\"talk.mp4\"," + CARDS);
        awaits("its start", where, "\"state\":\"recording\"");
        assertEquals(200, client.send("DELETE", where, "", "").statusCode());
        awaits("its end", where, "\"state\":\"cancelled\"");
        Eventually.holds("its file", () -> Files.notExists(folder.resolve("talk.mp4")));
        assertNull(session.undoLabel().orElse(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{} | 400", "{\"file\":\"talk.mp4\"} | 422",
            "{\"file\":\"../talk.mp4\",\"pictures\":\"synthetic:card\"} | 422",
            "{\"file\":\"talk.txt\",\"pictures\":\"synthetic:card\"} | 422",
            "{\"file\":\"talk.mp4\",\"pictures\":\"none:such\"} | 422",
            "{\"file\":\"talk.mp4\",\"pictures\":\"synthetic:clicks\"} | 422",
            "{\"file\":\"talk.mp4\",\"sound\":\"synthetic:card\"} | 422",
            "{\"file\":\"talk.mp4\",\"pictures\":\"synthetic:card\",\"size\":\"big\"} | 400",
            "{\"file\":\"talk.mp4\",\"pictures\":\"synthetic:card\",\"rate\":\"-1\"} | 400",
            "{\"file\":\"talk.mp4\",\"pictures\":\"synthetic:card\",\"at\":\"soon\"} | 400",
            "{\"file\":\"talk.mp4\",\"pictures\":\"synthetic:card\",\"where\":1} | 400",
            "{\"file\":\"talk.mp4\",\"pictures\":\"synthetic:card\",\"pictureSettings\":\"what\"} | 400" })
    void whatCannotBeRecordedIsSaid(String request, int status) throws Exception {
        HttpResponse<String> answer = client.post("recordings", JSON, request);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().length() > 20, "a sentence");
        assertEquals("{\"recordings\":[]}", body("recordings"));
        assertEquals(404, client.get("recordings/1").statusCode());
    }

    @Test
    void withoutAFolderNothingIsRecorded() throws Exception {
        published.close();
        client.close();
        publish(Optional.empty());
        HttpResponse<String> refused = client.post("recordings", JSON, "{\"file\":\"talk.mp4\"," + CARDS + "}");
        assertEquals(403, refused.statusCode(), refused.body());
    }
}
