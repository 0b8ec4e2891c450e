package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectInUse;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.Recovery;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.journal.FakeTimer;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Sequence;
import org.slf4j.Logger;

import com.fasterxml.jackson.core.JsonFactory;

/**
 * Programs that are killed while they edit, and what they leave.
 */
class JournalKillTest {

    private static final int KILLS = System.getProperty("reelbench.tier", "quick").equals("deep") ? 200 : 10;

    /** What a killed program had told. */
    private record Told(long secured, long saved) {
    }

    private static Process start(Path file, long seed) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", classPath(),
                KillChild.class.getName(), file.toString(), Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The build starts tests in more than one way, and not each names its class path. */
    private static String classPath() {
        return Stream.of(KillChild.class, FileSessions.class, Sequence.class, RationalTime.class, JsonFactory.class, Logger.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static Told runAndKill(Path file, long seed, int lines) throws Exception {
        long secured = -1;
        long saved = 0;
        Process child = start(file, seed);
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                String line = out.readLine();
                assertNotNull(line, "the program ended by itself, seed " + seed);
                String[] words = line.split(" ");
                if (words[0].equals("saved")) {
                    saved = Long.parseLong(words[1]);
                }
                secured = Math.max(secured, Long.parseLong(words[1]));
            }
            if (lines % 7 == 0) {
                String holder = assertThrows(ProjectInUse.class, () -> open(file)).holder();
                assertTrue(holder.startsWith("process " + child.pid()), holder);
            }
            child.destroyForcibly();
            assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        }
        return new Told(secured, saved);
    }

    private static ProjectSession open(Path file) throws IOException {
        return CrashTest.sessions(new FileOperations(), new FakeTimer()).open(file);
    }

    /** Makes the steps the killed program may have made. */
    private static List<Project> replay(ProjectSession session, long seed, long steps) throws Exception {
        Random random = new Random(seed);
        List<Project> states = new ArrayList<>(List.of(session.project()));
        for (long i = 0; i < steps; i++) {
            KillChild.step(random, session);
            states.add(session.project());
        }
        return states;
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whatWasSecuredBeforeTheKillIsThereAfterwards(@TempDir Path folder) throws Exception {
        long first = System.nanoTime();
        Path file = folder.resolve("film.reel");
        Path same = folder.resolve("same.reel");
        int recovered = 0;
        for (long seed = first; seed < first + KILLS; seed++) {
            ProjectFile.save(Edits.film(), file);
            ProjectFile.save(Edits.film(), same);
            Told told = runAndKill(file, seed, 1 + new Random(seed).nextInt(120));
            List<Project> states;
            try (ProjectSession twin = open(same)) {
                states = replay(twin, seed, told.secured + 3_000);
                twin.closeAndForget();
            }
            assertTrue(states.subList((int) told.saved, states.size()).contains(ProjectFile.load(file)),
                    "a saved state is lost, seed " + seed);
            try (ProjectSession session = open(file)) {
                int state = states.lastIndexOf(session.project());
                assertTrue(state >= told.secured, "seed " + seed + ": " + told + ", but only " + state + " is left");
                if (session.recovery().isPresent()) {
                    Recovery found = session.recovery().get().found();
                    assertEquals(Recovery.Kind.READY, found.kind(), "seed " + seed);
                    assertEquals(Optional.empty(), found.problem(), "seed " + seed);
                    recovered++;
                }
                while (session.undoLabel().isPresent()) {
                    session.undo();
                    assertTrue(states.contains(session.project()), "seed " + seed);
                }
                session.closeAndForget();
            }
        }
        assertTrue(recovered > KILLS / 3, "only " + recovered + " of " + KILLS + " programs left something to recover");
    }
}
