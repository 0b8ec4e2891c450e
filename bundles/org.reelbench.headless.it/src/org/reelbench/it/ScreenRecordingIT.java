package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
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
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;

/** A screen on which something goes on, recorded as people do it, and read back from the file. */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class ScreenRecordingIT {

    private static final String DISPLAY = "reelbench.display";
    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 720;
    private static final int RATE_HZ = 48_000;
    private static final int BLACK = 70;
    /** A loaded machine may look at the screen some time after it looked at the clock. */
    private static final double TOLERANCE_SECONDS = 0.25;
    private static final int POINTER_TOLERANCE_PX = 24 + 2 * LivelyScreen.POINTER_STEP_PX;

    @TempDir
    private Path folder = Path.of("");

    private final Cancellation never = new Cancellation();

    /** What a picture of the recording says: the number on its card and where its pointer is. */
    private record Seen(double seconds, Reading reading, int pointerPx) {
    }

    @AfterEach
    void forgetTheDisplay() {
        System.clearProperty(DISPLAY);
    }

    @Test
    void whatWasOnTheScreenIsInTheFileWithItsPointerAndItsSound() throws Exception {
        Path file = folder.resolve("screen.mp4");
        try (TestScreen screen = TestScreen.start(WIDTH_PX, HEIGHT_PX)) {
            System.setProperty(DISPLAY, screen.name());
            List<LivelyScreen.Shown> shown;
            RecordingResult result;
            try (LivelyScreen lively = new LivelyScreen(screen)) {
                result = record(file, TimeUnit.SECONDS.toMicros(Tier.count(5, 600)));
                shown = lively.shown();
            }
            assertNull(result.early());
            List<Seen> seen = read(file);
            checkNumbers(seen, shown, result);
            checkPointer(seen);
            int clicks = checkClicks(file);
            System.out.printf("%d pictures, %d left out, %d clicks, %d kB%n", seen.size(), result.statistics().framesDropped(),
                    clicks, result.statistics().fileBytes() / 1000);
        }
    }

    private static RecordingResult record(Path file, long lengthUs) throws Exception {
        Recorder recorder = Services.get(Recorder.class);
        DeviceList found = recorder.devices();
        CaptureDevice screen = found.named("x11").orElseThrow(() -> new AssertionError(found));
        CaptureDevice sound = found.named("synthetic:clicks").orElseThrow();
        Recording recording = recorder.start(RecordingRequest.to(file)
                .pictures(screen, new CaptureFormat.Picture(WIDTH_PX, HEIGHT_PX, RATE))
                .sound(sound, recorder.usualFormat(sound)));
        MemoryGrowth growth = new MemoryGrowth();
        while (recording.statistics().elapsedUs() < lengthUs && !recording.state().isEnd()) {
            // Paces the looks at the clock of the recording; what is tested does not depend on it.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            growth.look();
        }
        growth.check();
        recording.stop();
        return recording.ended().toCompletableFuture().get(2, TimeUnit.MINUTES);
    }

    private List<Seen> read(Path file) throws Exception {
        List<Seen> seen = new ArrayList<>();
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            long frames = RATE.frameAt(info.duration());
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info,
                    info.video().orElseThrow().index(), 1, never)) {
                for (long i = 0; i < frames; i++) {
                    try (VideoFrame frame = reader.frameAt(RATE.timeOf(i), never)) {
                        seen.add(new Seen(frame.time().seconds().toDouble(),
                                TestCard.read(frame, 0, 0, LivelyScreen.CARD_WIDTH_PX, LivelyScreen.CARD_HEIGHT_PX),
                                pointerPx(frame)));
                    }
                }
            }
        }
        return seen;
    }

    /** The middle of what is bright in the lower, black part; −1 if there is nothing. */
    private static int pointerPx(VideoFrame frame) {
        long sum = 0;
        int count = 0;
        for (int y = LivelyScreen.POINTER_Y_PX - 40; y < LivelyScreen.POINTER_Y_PX + 40; y++) {
            for (int x = 0; x < frame.format().widthPx(); x++) {
                if ((frame.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(0) + x) & 0xFF) > BLACK) {
                    sum += x;
                    count++;
                }
            }
        }
        return count == 0 ? -1 : (int) (sum / count);
    }

    /** There is one moment of the start that makes every picture show what was on the screen at its time. */
    private static void checkNumbers(List<Seen> seen, List<LivelyScreen.Shown> shown, RecordingResult result) {
        double earliest = Double.NEGATIVE_INFINITY;
        double latest = Double.POSITIVE_INFINITY;
        long last = 0;
        for (Seen one : seen) {
            assertTrue(one.reading().valid() && one.reading().source() == LivelyScreen.SOURCE, () -> "picture " + one);
            int number = (int) one.reading().frameNumber();
            assertTrue(number >= last, "number " + number + " after " + last);
            last = number;
            earliest = Math.max(earliest, shown.get(number).beginNs() / 1e9 - one.seconds());
            if (number + 1 < shown.size()) {
                latest = Math.min(latest, shown.get(number + 1).endNs() / 1e9 - one.seconds());
            }
        }
        assertTrue(earliest - latest < TOLERANCE_SECONDS, "pictures are " + (earliest - latest) + " s off");
        long first = seen.getFirst().reading().frameNumber();
        assertTrue(last - first > 10, "numbers from " + first + " to " + last + ": " + result.statistics());
    }

    private static void checkPointer(List<Seen> seen) {
        for (Seen one : seen) {
            int expected = LivelyScreen.pointerPx(one.reading().frameNumber());
            assertTrue(one.pointerPx() >= 0 && Math.abs(one.pointerPx() - expected) <= POINTER_TOLERANCE_PX,
                    () -> "the pointer is not at " + expected + " in " + one);
        }
    }

    private int checkClicks(Path file) throws Exception {
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            int samples = (int) info.duration().ticksRound(RATE_HZ);
            float[][] sound = new float[1][samples];
            try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, info.audio().orElseThrow().index(),
                    RATE_HZ, 1, never)) {
                reader.read(0, sound, 0, samples, never);
            }
            List<Long> clicks = ClickTrack.clicks(sound[0], 0, RATE_HZ);
            assertTrue(clicks.size() >= samples / RATE_HZ - 1, clicks.size() + " clicks in " + samples + " samples");
            for (int i = 1; i < clicks.size(); i++) {
                assertEquals(RATE_HZ, clicks.get(i) - clicks.get(i - 1), 4, "click " + i);
            }
            return clicks.size();
        }
    }
}
