package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who has the installed product, a JDK and the documentation writes a plug-in: outside the checkout, with nothing of it.
 */
class PluginWalkIT {

    private static final long HANG_MS = 120_000;
    private static final long LOOK_MS = 100;

    @TempDir
    private Path folder;

    @Test
    void theWalkOfTheDocumentationEndsInAFilmWithTheNewEffect() throws Exception {
        assumeTrue(Tool.find("curl").isPresent(), "curl is not installed");
        Files.copy(DemoFilm.video(), folder.resolve("clip.mp4"));
        String said = new DocumentedCommands("extending.md", "```sh", folder).run();
        assertTrue(said.contains("a piece looks as the whole does"), said);
        assertTrue(Ffprobe.saturation(folder.resolve("clip.mp4")) > 10, "the clip has colours");
        assertTrue(Ffprobe.saturation(folder.resolve("grey.mp4")) < 1, "the film has none: " + said);
    }

    /** The kinds that can be held against a contract where no server runs; 'servlet' is looked at below. */
    private static List<String> kinds() {
        return "deep".equals(System.getProperty("reelbench.tier"))
                ? List.of("transition", "effect", "sound", "generator", "subcommand", "format", "capture", "preset", "relief")
                : List.of("transition");
    }

    @Test
    void projectsOfEachKindAreBuiltAndKeepTheirContracts() throws Exception {
        List<String> build = new ArrayList<>(List.of("plugin", "build"));
        List<String> test = new ArrayList<>(List.of("plugin", "test", "--cases", "3"));
        for (String kind : kinds()) {
            Installed.run(folder, 0, "plugin", "new", "org.example.first" + kind, "--kind", kind);
            build.add("org.example.first" + kind);
            test.add("org.example.first" + kind);
        }
        Installed.run(folder, 0, build.toArray(String[]::new));
        String said = Installed.run(folder, 0, test.toArray(String[]::new));
        for (String kind : kinds()) {
            assertTrue(said.contains("ok      First" + kind + ": "), said);
        }
        assertFalse(said.contains("FAILED"), said);
    }

    @Test
    void aProjectThatIsWorkedOnIsTakenUpWheneverItsSourcesChange() throws Exception {
        Installed.run(folder, 0, "plugin", "new", "org.example.answers", "--kind", "servlet");
        Path source = folder.resolve("org.example.answers/src/main/java/org/example/answers/Answers.java");
        Installed.run(folder, 0, "new", "film.reel", "--size", "320x180", "--video", DemoFilm.video().toString());
        ProcessBuilder program = new ProcessBuilder(Installed.program().toString(), "--dev", "org.example.answers", "serve",
                "film.reel", "--json", "--port", "0");
        Path served = folder.resolve("served.txt");
        Process process = Installed.surroundings(folder, program).redirectOutput(served.toFile())
                .redirectError(folder.resolve("errors.txt").toFile()).start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI page = URI.create(await("it is served", () -> Files.readString(served), said -> said.contains("\"page\":\""))
                    .replaceAll("(?s).*\"page\":\"([^\"]*)\".*", "$1"));
            URI answers = page.resolve(page.getPath().replaceFirst("^/preview/([^/]+)/.*", "/answers/$1/"));
            await("the project is built", () -> get(client, answers), said -> said.contains("You asked for"));
            Files.writeString(source, Files.readString(source).replace("You asked for", "Nobody asked for"));
            await("it is built anew", () -> get(client, answers), said -> said.contains("Nobody asked for"));
            Files.writeString(source, Files.readString(source).replace("response.", "respons."));
            await("the fault is told", () -> Files.readString(folder.resolve("errors.txt")), said -> said.contains("respons."));
            assertTrue(get(client, answers).contains("Nobody asked for"), "what was there goes on");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(HANG_MS)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Something that is asked again and again. */
    @FunctionalInterface
    private interface Question {
        String ask() throws IOException, InterruptedException;
    }

    private static String await(String what, Question question, Predicate<String> is) throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + HANG_MS;
        String answer = question.ask();
        while (!is.test(answer)) {
            assertTrue(System.currentTimeMillis() < end, what + ": " + answer);
            synchronized (question) {
                question.wait(LOOK_MS);
            }
            answer = question.ask();
        }
        return answer;
    }
}
