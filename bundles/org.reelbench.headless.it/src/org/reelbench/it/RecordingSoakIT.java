package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;

/** Hours of test cards and clicks through the real encoders, as fast as they go: nothing grows, and all of it is in the file. */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class RecordingSoakIT {

    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final int RATE_HZ = 48_000;
    private static final int SOURCE = 7;
    private static final int CHECKED_SECONDS = 30;

    private final Cancellation never = new Cancellation();

    @Test
    void everyPictureAndEveryClickOfALongRecordingIsInItsFile(@TempDir Path folder) throws Exception {
        int frames = Tier.count(1800, 432_000);
        Path file = folder.resolve("soak.mp4");
        String summary = record(folder, file, frames);
        assertFalse(summary.contains("endedEarly"), summary);
        assertTrue(summary.contains("\"framesEncoded\":" + frames + ","), summary);
        assertTrue(summary.contains("\"framesDropped\":0,"), summary);
        RecoveredRecording whole = Services.get(RecordingRecovery.class).recover(file, never);
        assertEquals(frames, whole.frames());
        assertTrue(summary.contains("\"mediaId\":\"" + whole.mediaId() + "\""), summary);
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            assertEquals(frames, RATE.frameAt(info.duration()), 1);
            checkFrames(bytes, info, 0, Math.min(frames, CHECKED_SECONDS * 30));
            checkFrames(bytes, info, Math.max(0, frames - CHECKED_SECONDS * 30), frames);
            checkClicks(bytes, info, 0);
            checkClicks(bytes, info, Math.max(0, frames / 30 - CHECKED_SECONDS));
        }
    }

    private static String record(Path folder, Path file, int frames) throws Exception {
        String seconds = "seconds=" + RATE.timeOf(frames).seconds();
        String source = "source=" + SOURCE;
        return WatchedRecording.make(folder, _ -> {
        }, "-s", "synthetic:card", "-s", "synthetic:clicks", "--size", "320x180", "--rate", RATE.toString(), "--picture-setting",
                "pace=free", "--picture-setting", seconds, "--picture-setting", source, "--sound-setting", "pace=free",
                "--sound-setting", seconds, "--sound-setting", source, "-o", file.toString());
    }

    private void checkFrames(ByteSource bytes, MediaInfo info, long from, long to) throws Exception {
        try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info, info.video().orElseThrow().index(), 1,
                never)) {
            for (long i = from; i < to; i++) {
                try (VideoFrame frame = reader.frameAt(RATE.timeOf(i), never)) {
                    long number = i;
                    assertTrue(TestCard.read(frame).is(SOURCE, number), () -> "frame " + number + ": " + TestCard.read(frame));
                }
            }
        }
    }

    private void checkClicks(ByteSource bytes, MediaInfo info, long fromSecond) throws Exception {
        int count = (int) Math.min(CHECKED_SECONDS * (long) RATE_HZ,
                info.duration().ticksRound(RATE_HZ) - fromSecond * RATE_HZ);
        float[][] sound = new float[1][count];
        try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, info.audio().orElseThrow().index(), RATE_HZ,
                1, never)) {
            reader.read(fromSecond * RATE_HZ, sound, 0, count, never);
        }
        List<Long> clicks = ClickTrack.clicksOf(SOURCE, sound[0], fromSecond * RATE_HZ, RATE_HZ);
        assertTrue(clicks.size() >= count / RATE_HZ - 1, clicks.size() + " clicks in " + count + " samples");
        for (long click : clicks) {
            long off = Math.floorMod(click + RATE_HZ / 2, (long) RATE_HZ) - RATE_HZ / 2;
            assertTrue(Math.abs(off) <= 2, "a click at " + click + " is " + off + " samples off");
        }
    }
}
