package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;

/** The whole program, killed while it records by real encoders: what is left is whole but for its last second. */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class RecordingKillFaultIT {

    private static final int KILLS = Tier.count(2, 100);
    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final int MOST_MORE_MS = 1000;
    private static final Pattern ENCODED = Pattern.compile("\"framesEncoded\":(\\d+)");

    private final Cancellation never = new Cancellation();

    @Test
    void whateverTheMomentAtMostTheLastSecondIsLost(@TempDir Path folder) throws Exception {
        long seed = Tier.seed();
        Random random = new Random(seed);
        long worst = Long.MIN_VALUE;
        try (InstalledProgram program = new InstalledProgram(folder.resolve("bundles"))) {
            for (int kill = 0; kill < KILLS; kill++) {
                String why = "seed " + seed + " kill " + kill;
                Path file = folder.resolve("take-" + kill + ".mp4");
                long told = killed(program, folder, file, random.nextInt(MOST_MORE_MS), why);
                RecoveredRecording found = Services.get(RecordingRecovery.class).recover(file, never);
                assertTrue(found.changed(), why);
                worst = Math.max(worst, told - found.frames());
                assertTrue(told - found.frames() <= RATE.framesPerSecond().floor(),
                        why + ": " + found.frames() + " pictures are left, " + told + " were told of");
                checkCards(file, found.frames(), why);
                assertFalse(Services.get(RecordingRecovery.class).recover(file, never).changed(), why);
                Files.delete(file);
            }
        }
        System.out.printf("%d kills; beside what was told last, at most %d pictures lost%n", KILLS, worst);
    }

    /** Kills the program some time after it has told of pictures, and returns how many it had told of by then. */
    private static long killed(InstalledProgram program, Path folder, Path file, int moreMs, String why) throws Exception {
        Path errors = folder.resolve("errors");
        Process recorder = program.command(folder.resolve("cache"), "record", "-s", "synthetic:card", "-s", "synthetic:clicks",
                "--size", "640x360", "--rate", "30", "--json", "-o", file.toString()).redirectError(errors.toFile()).start();
        try (BufferedReader said = recorder.inputReader()) {
            long encoded = 0;
            while (encoded == 0) {
                String line = said.readLine();
                assertTrue(line != null, () -> why + " ended by itself");
                Matcher found = ENCODED.matcher(line);
                encoded = found.find() ? Long.parseLong(found.group(1)) : 0;
            }
            assertFalse(recorder.waitFor(moreMs, TimeUnit.MILLISECONDS), why + " ended by itself");
            while (said.ready()) {
                Matcher found = ENCODED.matcher(said.readLine());
                encoded = found.find() ? Long.parseLong(found.group(1)) : encoded;
            }
            return encoded;
        } finally {
            recorder.destroyForcibly();
            recorder.waitFor();
        }
    }

    private void checkCards(Path file, long frames, String why) throws Exception {
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            long last = -1;
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info,
                    info.video().orElseThrow().index(), 1, never)) {
                for (long i = 0; i < frames; i++) {
                    try (VideoFrame frame = reader.frameAt(RATE.timeOf(i), never)) {
                        Reading reading = TestCard.read(frame);
                        long before = last;
                        assertTrue(reading.valid() && reading.frameNumber() >= last,
                                () -> why + ": " + reading + " after " + before);
                        last = reading.frameNumber();
                    }
                }
            }
        }
    }
}
