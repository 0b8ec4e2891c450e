package org.reelbench.capture.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.capture.internal.mp4.FilmRecovery;
import org.reelbench.media.Cancellation;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;
import org.slf4j.LoggerFactory;

/** A program that is killed while it records: what is left is whole but for its last second. */
class RecordingKillTest {

    private static final int ROUNDS = "deep".equals(System.getProperty("reelbench.tier")) ? 100 : 10;
    private static final int FRAMES_PER_SECOND = 30;

    @Test
    @Timeout(1200)
    void whateverTheMomentAtMostTheLastSecondIsLost(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        Random random = new Random(seed);
        long worst = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path file = folder.resolve("round-" + round + ".mp4");
            long recorded = killed(folder, file, 20 + random.nextInt(60));
            String why = "seed " + seed + " round " + round;
            RecoveredRecording found = FilmRecovery.recover(file, new Cancellation());
            assertTrue(found.changed(), why);
            long lost = recorded - found.frames();
            worst = Math.max(worst, lost);
            assertTrue(lost <= FRAMES_PER_SECOND, why + ": " + lost + " of " + recorded + " pictures are lost");
            assertFalse(FilmRecovery.recover(file, new Cancellation()).changed(), why);
        }
        System.out.println(ROUNDS + " kills, at most " + worst + " pictures lost");
    }

    /** Kills the program once it has said that so many pictures were encoded; returns how many it had said by then. */
    private static long killed(Path folder, Path file, int frames) throws Exception {
        Path errors = folder.resolve("errors");
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp",
                classPath(), RecordingVictim.class.getName(), file.toString()).redirectError(errors.toFile()).start();
        try (BufferedReader said = program.inputReader()) {
            long encoded = 0;
            while (encoded < frames) {
                String line = said.readLine();
                if (line == null) {
                    throw new AssertionError("the program ended by itself: " + Files.readString(errors));
                }
                encoded = line.equals("begun") ? 0 : Long.parseLong(line);
            }
            return encoded;
        } finally {
            program.destroyForcibly();
            program.waitFor();
        }
    }

    private static String classPath() {
        return Stream.of(RecordingVictim.class, LiveRecording.class, Cancellation.class, MemoryLedger.class, TestCard.class,
                RationalTime.class, LoggerFactory.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }
}
