package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;

/** {@code reelbench record} on disks that fill: what was recorded is kept, and it is said what happened. */
@Timeout(300)
class RecordingDiskFaultIT {

    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final long SHORT_BYTES = 500L << 20;
    private static final long NEARLY_NONE_BYTES = 100L << 20;
    private static final int SMALL_BYTES = 100_000;
    private static final int HEAD_BYTES = 500;

    @TempDir
    private Path folder = Path.of("");

    private final Cancellation never = new Cancellation();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int record(SmallDisk disk, Runnable warned) throws Exception {
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8) {

            @Override
            public void println(String line) {
                super.println(line);
                warned.run();
            }
        };
        try {
            return Services.subcommand("record").run(
                    List.of("-s", "synthetic:card", "-s", "synthetic:clicks", "--size", "320x180", "--rate", "30",
                            "--no-adapt", "-o", "take.mp4"),
                    new Console(new PrintStream(out, true, StandardCharsets.UTF_8), told, false, disk.place(folder), never));
        } catch (CommandException e) {
            told.println(e.getMessage());
            return e.exitCode();
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private RecoveredRecording look() throws Exception {
        return Services.get(RecordingRecovery.class).recover(folder.resolve("take.mp4"), never);
    }

    /** Reads the whole file: one card follows the other. */
    private void checkCards(long frames) throws Exception {
        try (ByteSource bytes = FileByteSource.open(folder.resolve("take.mp4"))) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info,
                    info.video().orElseThrow().index(), 1, never)) {
                long last = -1;
                for (long i = 0; i < frames; i++) {
                    try (VideoFrame frame = reader.frameAt(RATE.timeOf(i), never)) {
                        assertTrue(TestCard.read(frame).valid(), "picture " + i);
                        long number = TestCard.read(frame).frameNumber();
                        assertTrue(number >= last, number + " follows " + last);
                        last = number;
                    }
                }
                assertTrue(last >= 0);
            }
        }
    }

    @Test
    void whileRoomGetsShortPeopleAreWarnedAndBeforeItIsGoneTheRecordingEndsWhole() throws Exception {
        SmallDisk disk = new SmallDisk(folder, SHORT_BYTES, true);
        assertEquals(ExitCode.OUTPUT, record(disk, () -> disk.leave(NEARLY_NONE_BYTES)), this::said);
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("the disk is getting full"), said);
        assertTrue(said.contains("take.mp4: the disk is nearly full") && said.contains("all of it kept. Make room"), said);
        assertTrue(said.indexOf("getting full") < said.indexOf("nearly full"), said);
        RecoveredRecording found = look();
        assertFalse(found.changed(), "it was finished");
        assertTrue(out.toString(StandardCharsets.UTF_8).contains(", " + found.frames() + " pictures,"), said());
        checkCards(found.frames());
    }

    @Test
    void aDiskThatRefusesKeepsAllThatItTookAndIsRecoveredOnceThereIsRoom() throws Exception {
        SmallDisk disk = new SmallDisk(folder, SMALL_BYTES, false);
        assertEquals(ExitCode.OUTPUT, record(disk, () -> {
        }), this::said);
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("take.mp4: the disk takes no more (No space left on device)"), said);
        long taken = Files.size(folder.resolve("take.mp4"));
        assertTrue(taken <= SMALL_BYTES && taken > SMALL_BYTES / 2, taken + " bytes");
        RecoveredRecording found = look();
        assertEquals(0, found.lostBytes(), "no half fragment is left");
        assertTrue(found.frames() > RATE.framesPerSecond().floor(), found.toString());
        checkCards(found.frames());
    }

    @Test
    void aDiskThatIsFullFromTheStartLeavesNoFile() throws Exception {
        assertEquals(ExitCode.OUTPUT, record(new SmallDisk(folder, HEAD_BYTES, false), () -> {
        }), this::said);
        assertTrue(said().contains("take.mp4") && said().contains("No space left on device"), said());
        assertFalse(Files.exists(folder.resolve("take.mp4")));
    }
}
