package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.product.Program.Result;

/** A program that is killed in the middle of a long script leaves all of its edits or none, whenever that is. */
class EditKillIT {

    private static final int KILLS = System.getProperty("reelbench.tier", "quick").equals("deep") ? 50 : 10;
    private static final int CLIPS = 3_000;
    private static final String SCRIPT = IntStream.range(0, CLIPS)
            .mapToObj(clip -> "append track=v1 generator=color name=c" + clip + " duration=" + (1 + clip % 50))
            .collect(Collectors.joining("\n"));

    @TempDir
    private Path folder;

    private Path project() throws IOException, InterruptedException {
        Path project = folder.resolve("film.reel");
        Result made = Program.run(folder, "new", project.toString(), "--rate", "25", "--size", "320x180");
        assertEquals(0, made.exitCode(), made.err());
        Result track = edit(project, "add-track kind=video");
        assertEquals(0, track.exitCode(), track.err());
        return project;
    }

    private Result edit(Path project, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.txt"), script);
        return Program.run(folder, "edit", project.toString(), file.toString());
    }

    private static long clips(Path project) throws IOException {
        return Files.readString(project).lines().filter(line -> line.contains("\"clip\":")).count();
    }

    private static boolean hasJournal(Path project) throws IOException {
        Path place = project.resolveSibling("." + project.getFileName() + ".recovery");
        try (Stream<Path> files = Files.exists(place) ? Files.list(place) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".jsonl"));
        }
    }

    /** Starts the script; whether it began to edit is told by the lock on the project. */
    private Process start(Path project) throws IOException {
        ProcessBuilder builder = Program.builder(folder, "edit", project.toString(), "-")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
        }
        Path lock = project.resolveSibling("." + project.getFileName() + ".recovery").resolve("lock");
        while (process.isAlive() && !Files.exists(lock)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return process;
    }

    /** Returns how long the script takes once the project is open, so that kills fall all over it. */
    private long millisecondsOfAScript(Path project) throws Exception {
        Path copy = Files.copy(project, folder.resolve("measured.reel"));
        Process process = start(copy);
        long startNs = System.nanoTime();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it hangs");
        assertEquals(0, process.exitValue());
        assertEquals(CLIPS, clips(copy));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
    }

    @Test
    void theProjectShowsAllOfAScriptOrNoneOfIt() throws Exception {
        Path empty = project();
        long scriptMs = millisecondsOfAScript(empty);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int none = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path project = Files.copy(empty, folder.resolve("killed" + kill + ".reel"));
            Process process = start(project);
            if (kill > 0 && kill % 2 == 0) {
                process.waitFor(random.nextLong(scriptMs + 1), TimeUnit.MILLISECONDS);
            } else if (kill > 0) {
                // The moment between the journal and the project file.
                while (process.isAlive() && !hasJournal(project)) {
                    Thread.onSpinWait();
                }
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            String where = "kill " + kill + ", seed " + seed;
            long saved = clips(project);
            assertTrue(saved == 0 || saved == CLIPS, where + ": " + saved + " clips are in the file");
            Result opened = edit(project, "add-marker at=0");
            assertEquals(0, opened.exitCode(), where + ": " + opened.err());
            long clips = clips(project);
            assertTrue(clips == 0 || clips == CLIPS, where + ": " + clips + " clips");
            none += clips == 0 ? 1 : 0;
        }
        assertTrue(none > 0, "no kill came before the end of the script, seed " + seed);
        assertTrue(none < KILLS, "no kill came after the edits were in the journal, seed " + seed);
    }
}
