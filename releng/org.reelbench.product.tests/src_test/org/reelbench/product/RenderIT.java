package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;

/** {@code reelbench new} and {@code render} on real media. */
class RenderIT {

    private static final Pattern FRAMES = Pattern.compile("\"frames\":(\\d+)");

    @TempDir
    private Path folder;

    @Test
    void theDemoFilmIsVerifiedFrameByFrame() throws Exception {
        String summary = DemoFilm.summary();
        long frames = number(summary, FRAMES);
        assertTrue(frames > 100, summary);
        assertEquals(frames, number(summary, Pattern.compile("\"framesVerified\":(\\d+)")), summary);
    }

    @Test
    void aNewProjectRendersAndTellsProgramsWhatItMade() throws Exception {
        Path video = DemoFilm.video();
        assertOk(Program.run(folder, "new", "film.reel", "--rate", "30", "--size", "320x180", "--video", video + "@1s"));
        Result result = Program.run(folder, "render", "film.reel", "-o", "film.mp4", "--range", "0.5s", "00:00:02:00", "--json");
        assertOk(result);
        List<String> lines = result.out().lines().toList();
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{") && line.endsWith("}")), result.out());
        assertEquals(45, number(lines.getLast(), FRAMES));
        assertTrue(lines.getLast().contains("\"durationMs\":1500"), lines.getLast());
        Result probe = Program.run(folder, "probe", "--json", "film.mp4");
        assertOk(probe);
        assertTrue(probe.out().contains("\"codec\":\"h264\"") && probe.out().contains("\"durationMs\":1500"), probe.out());
        assertEquals(List.of("film.mp4", "film.reel"), names());
    }

    @Test
    void aSourceThatVanishedIsNamedWithItsClip() throws Exception {
        Path copy = Files.copy(DemoFilm.video(), folder.resolve("gone.mp4"));
        assertOk(Program.run(folder, "new", "film.reel", "--size", "320x180", "--video", "gone.mp4"));
        Files.delete(copy);
        Result result = Program.run(folder, "render", "film.reel", "-o", "film.mp4");
        assertEquals(3, result.exitCode());
        assertEquals(1, result.errorLines().size(), result.err());
        assertTrue(result.err().contains("gone.mp4") && result.err().contains("00:00:00:00"), result.err());
        assertEquals(List.of("film.reel"), names());
    }

    @Test
    void aFilmDoesNotReplaceItsOwnSource() throws Exception {
        Files.copy(DemoFilm.video(), folder.resolve("source.mp4"));
        long size = Files.size(folder.resolve("source.mp4"));
        assertOk(Program.run(folder, "new", "film.reel", "--size", "320x180", "--video", "source.mp4"));
        assertEquals(4, Program.run(folder, "render", "film.reel", "-o", "source.mp4").exitCode());
        assertEquals(size, Files.size(folder.resolve("source.mp4")));
    }

    @Test
    void anInterruptedRenderRemovesItsPartialFile() throws Exception {
        Process process = startRender();
        awaitPartialFile(process);
        Program.interrupt(process);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it hangs");
        assertEquals(130, process.exitValue());
        assertEquals(List.of("film.reel"), names());
    }

    @Test
    void killedRendersLeaveNoFilmAndTheNextOneWorks() throws Exception {
        int kills = System.getProperty("reelbench.tier", "quick").equals("deep") ? 50 : 10;
        for (int i = 0; i < kills; i++) {
            Process process = startRender();
            awaitPartialFile(process);
            process.destroyForcibly().waitFor();
            assertFalse(Files.exists(folder.resolve("film.mp4")));
        }
        assertOk(Program.run(folder, "render", "film.reel", "-o", "film.mp4", "--range", "0s", "1s"));
        assertEquals(List.of("film.mp4", "film.reel"), names());
    }

    private Process startRender() throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("film.reel"))) {
            String video = DemoFilm.video().toString();
            assertOk(Program.run(folder, "new", "film.reel", "--size", "1280x720", "--video", video, "--video", video + "@2s",
                    "--video", video + "@4s", "--video", video + "@30s"));
        }
        return Program.start(folder, "render", "film.reel", "-o", "film.mp4", "--preset", "lossless");
    }

    private void awaitPartialFile(Process process) throws InterruptedException {
        while (!Files.exists(folder.resolve("film.mp4.part"))) {
            assertTrue(process.isAlive(), "it ended before it wrote anything");
            // Looking without a pause takes the processor that the program starts on.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long number(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return Long.parseLong(matcher.group(1));
    }

    private static void assertOk(Result result) {
        assertEquals(0, result.exitCode(), result.err() + result.out());
    }
}
