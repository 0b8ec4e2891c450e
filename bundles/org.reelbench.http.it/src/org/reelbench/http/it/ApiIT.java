package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.cli.Console;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectJournal;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.render.MediaCatalog;
import org.reelbench.rest.ProjectApi;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.PublishedProject;

/** Projects over HTTP: the same commands, the same journal, the same refusals as everywhere. */
class ApiIT {

    private static final String SCRIPT = "every-edit.txt";
    private static final MediaCatalog NO_MEDIA = id -> {
        throw new MediaException(MediaException.Reason.MISSING, id.value(), "there is none");
    };
    private static OtherBundles others;

    @TempDir
    Path folder;
    private Optional<Path> exportFolder = Optional.empty();
    private ProjectSession session;
    private PublishedProject published;
    private ApiClient client;

    @BeforeAll
    static void startWhatEdits() throws Exception {
        others = new OtherBundles("org.reelbench.project", "org.reelbench.interchange", "org.reelbench.media",
                "org.reelbench.media.ffmpeg", "org.reelbench.store", "org.reelbench.loading", "org.reelbench.render",
                "org.reelbench.encoding", "org.reelbench.cli");
    }

    @AfterAll
    static void stopWhatEdits() throws Exception {
        others.close();
    }

    @BeforeEach
    void publish() throws Exception {
        Server.start();
        session = Services.get(ProjectSessions.class).open(project("http"));
        publishIt();
    }

    private void publishIt() throws Exception {
        published = Services.get(ProjectApi.class).publish(session, new ProjectSettings(_ -> NO_MEDIA, exportFolder));
        client = new ApiClient(Services.get(ProjectApi.class).uri(published));
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        published.close();
        session.close();
    }

    /** A project of two video tracks and one of sound, in a folder of its own, whose media are the same everywhere. */
    private Path project(String name) throws IOException {
        Path file = Files.createDirectory(folder.resolve(name)).resolve("film.reel");
        return Files.writeString(file, """
                {
                  "reelbench": 3, "name": "Film", "mainSequence": "s1",
                  "media": [{"id": "m1", "name": "film.mp4", "path": "/films/film.mp4"}],
                  "sequences": [{
                      "id": "s1", "name": "Film", "rate": "25", "widthPx": 640, "heightPx": 360, "sampleRateHz": 48000,
                      "tracks": [
                        {"id": "v1", "kind": "video", "name": "V1", "items": []},
                        {"id": "v2", "kind": "video", "name": "V2", "items": []},
                        {"id": "a1", "kind": "audio", "name": "A1", "items": []}
                      ]
                  }]
                }
                """);
    }

    private static List<String> script() throws IOException {
        return new String(ApiIT.class.getResourceAsStream(SCRIPT).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    /** An entry without its date. */
    private record Written(ProjectJournal.Kind kind, long revision, String label, String command, String created) {
    }

    private static List<Written> journal(ProjectSession of) throws Exception {
        Eventually.holds("the journal", () -> of.securedRevision() == of.revision());
        return ProjectJournal.read(of.file().orElseThrow()).entries().stream().map(entry -> new Written(entry.kind(),
                entry.revision(), entry.label(), entry.command().toJson(), entry.created().toString())).toList();
    }

    private static HttpResponse<String> ok(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return response;
    }

    @Test
    void everyEditLeavesTheSameFromTheWindowTheCommandLineAndHttp() throws Exception {
        Set<String> unused = new HashSet<>(EditCommands.descriptions().stream().map(each -> each.name()).toList());
        Path scripted = project("cli");
        try (ProjectSession window = Services.get(ProjectSessions.class).open(project("window"))) {
            for (String line : script()) {
                EditCommand command = EditCommands.ofLine(line, window.project(), window.revision()).orElseThrow();
                window.execute(command);
                ok(client.command(command.toJson()));
                unused.remove(command.name());
            }
            assertEquals(journal(window), journal(session));
            window.undo();
            window.undo();
            window.redo();
            ok(client.post("undo", "", ""));
            ok(client.post("undo", "", ""));
            ok(client.post("redo", "", ""));
            assertEquals(journal(window), journal(session));
            window.undo();
            ok(client.post("undo", "", ""));
            window.redo();
            window.redo();
            ok(client.post("redo", "", ""));
            ok(client.post("redo", "", ""));
            window.save();
            ok(client.post("save", "", ""));
            Path lines = Files.write(folder.resolve("script.txt"), script());
            edit(scripted, lines);
            String expected = Files.readString(window.file().orElseThrow());
            assertEquals(expected, Files.readString(session.file().orElseThrow()), "HTTP");
            assertEquals(expected, Files.readString(scripted), "the command line");
            assertEquals(expected, client.get("content").body());
        }
        assertEquals(Set.of(EditCommands.UNIT), unused, "the script has all but what scripts are themselves");
    }

    private static void edit(Path project, Path script) throws Exception {
        Subcommand edit = Services.context().getServiceReferences(Subcommand.class, null).stream()
                .map(Services.context()::getService).filter(each -> each.name().equals("edit")).findFirst().orElseThrow();
        Path folder = project.getParent();
        try (PrintStream out = new PrintStream(Files.newOutputStream(folder.resolve("out.txt")))) {
            assertEquals(0, edit.run(List.of(project.toString(), script.toString()),
                    new Console(out, out, false, folder, new Cancellation())));
        }
    }

    @Test
    void aScriptIsOneStepOrNone() throws Exception {
        String label = ok(client.script("append track=v1 generator=color duration=50\n\n# a comment\nsplit track=1 at=1s\n"))
                .body();
        assertTrue(label.contains("\"command\":\"unit\""), label);
        assertEquals(1, session.revision());
        HttpResponse<String> refused = client.script("split track=1 at=0.4s\nsplit track=9 at=1s");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("line 2"), refused.body());
        assertEquals(1, session.revision(), "nothing of it was made");
        ok(client.post("undo", "", ""));
        assertEquals(0, session.project().mainSequence().durationFrames());
    }

    @Test
    void whatWasDecidedOnAnotherStateIsRefusedAndWhatOnlyMovedIsNot() throws Exception {
        ok(client.script("append track=v1 generator=color duration=50\nappend track=v2 generator=color duration=50"));
        EditCommand one = EditCommand.of(EditCommands.SPLIT, session.revision()).with("clip", "c1").with("frame", 10);
        EditCommand other = EditCommand.of(EditCommands.SPLIT, session.revision()).with("clip", "c2").with("frame", 10);
        ok(client.command(one.toJson()));
        ok(client.command(other.toJson()));
        HttpResponse<String> stale = client.command(one.toJson());
        assertEquals(409, stale.statusCode());
        assertTrue(stale.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(stale.body().contains("revision 1, the current one is 3"), stale.body());
        assertEquals(3, session.revision());
    }

    @Test
    void whoListensToTheSessionHearsOfEdits() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        session.addListener(change -> heard.add(change.label()));
        ok(client.script("rename-project name=Other"));
        ok(client.post("undo", "", ""));
        assertEquals(List.of("Rename project to 'Other'", "Rename project to 'Other'"), heard);
        String state = ok(client.get("")).body();
        assertTrue(state.contains("\"redo\":\"Rename project to 'Other'\""), state);
        assertFalse(state.contains("\"undo\""), state);
        assertEquals(2, ApiClient.number(state, "revision"));
    }

    @ParameterizedTest
    @CsvSource({ "GET, nothing, '', '', 404", "DELETE, save, '', '', 405", "GET, undo, '', '', 405", "POST, undo, '', '', 422",
            "POST, commands, application/json, '{', 422", "POST, commands, application/json, '{\"command\":\"split\"}', 422",
            "POST, commands, application/x-www-form-urlencoded, 'a=b', 415", "POST, commands, text/plain, '# nothing', 422",
            "POST, exports, application/json, '{\"file\":\"film.mp4\"}', 403", "POST, exports, application/json, '[1]', 400",
            "POST, exports, application/json, '{\"name\":1}', 400", "GET, exports/7, '', '', 404",
            "GET, ../other/, '', '', 404", "GET, ../../../nothing, '', '', 404" })
    void whatIsWrongIsSaid(String method, String path, String type, String body, int status) throws Exception {
        HttpResponse<String> answer = client.send(method, path, type, body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().length() > 20, "a sentence");
        assertEquals(0, session.revision());
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        assertEquals(413, client.script("#".repeat((4 << 20) + 1)).statusCode());
    }

    @Test
    void whatIsTakenBackIsGone() throws Exception {
        ok(client.get(""));
        published.close();
        assertEquals(404, client.get("").statusCode());
        published.close();
    }

    @Test
    void theDocumentNamesEveryEditAndEveryAddressAnswers() throws Exception {
        String document = ok(client.get("../../openapi.json")).body();
        EditCommands.descriptions()
                .forEach(each -> assertTrue(document.contains("\"title\":\"" + each.name() + "\""), each.name()));
        assertTrue(ok(client.get("../../commands")).body().contains("\"name\":\"rippleDelete\""));
        assertTrue(ok(client.get("../../presets")).body().contains("\"name\":\"h264\""));
        assertTrue(ok(client.get("../../projects")).body().contains("\"id\":\"film\""));
    }

    @Test
    void filmsAreMadeInOneFolderAndNotTwice() throws Exception {
        published.close();
        client.close();
        Path films = Files.createDirectory(folder.resolve("films"));
        exportFolder = Optional.of(films);
        publishIt();
        assertEquals(422, client.post("exports", "application/json", "{\"file\":\"film.mp4\"}").statusCode(), "it is empty");
        ok(client.script("generate track=v1 kind=bars duration=25"));
        for (String name : List.of("../film.mp4", "/tmp/film.mp4", ".film.mp4", "")) {
            assertEquals(422, client.post("exports", "application/json", "{\"file\":\"" + name + "\"}").statusCode(), name);
        }
        HttpResponse<String> started = client.post("exports", "application/json", "{\"file\":\"film.mp4\",\"to\":\"0.4s\"}");
        assertEquals(202, started.statusCode(), started.body());
        String where = started.headers().firstValue("Location").orElseThrow();
        Eventually.holds("the film", () -> !ok(client.get(where)).body().contains("\"state\":\"running\""));
        String done = client.get(where).body();
        assertTrue(done.contains("\"state\":\"done\""), done);
        assertEquals(10, ApiClient.number(done, "doneFrames"));
        assertEquals(Files.size(films.resolve("film.mp4")), ApiClient.number(done, "sizeBytes"));
        assertEquals(409, client.post("exports", "application/json", "{\"file\":\"film.mp4\"}").statusCode(), "it is there");
        assertEquals(202,
                client.post("exports", "application/json", "{\"file\":\"film.mp4\",\"replace\":true}").statusCode());
        ok(client.send("DELETE", "exports/2", "", ""));
        Eventually.holds("the end", () -> !ok(client.get("exports/2")).body().contains("\"state\":\"running\""));
        assertTrue(ok(client.get("exports")).body().contains("\"id\":\"1\""));
    }
}
