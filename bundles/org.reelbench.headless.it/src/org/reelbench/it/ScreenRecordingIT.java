package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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

    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 720;
    private static final int RATE_HZ = 48_000;
    private static final int BLACK = 70;
    /** A loaded machine may look at the screen some time after it looked at the clock. */
    private static final double TOLERANCE_SECONDS = 0.25;
    private static final int POINTER_TOLERANCE_PX = 24 + 2 * LivelyScreen.POINTER_STEP_PX;

    private static final long HELD_UP_NS = TimeUnit.SECONDS.toNanos(1);
    /** More than there are in twice that time. */
    private static final int MOST_STEPS = 90;
    private static final double IN_PLACE_SHARE = 0.9;

    @TempDir
    private Path folder = Path.of("");

    private final Cancellation never = new Cancellation();

    /** What a picture of the recording says: the number on its card and where its pointer is. */
    private record Seen(double seconds, Reading reading, int pointerPx) {
    }

    @Test
    void whatWasOnTheScreenIsInTheFileWithItsPointerAndItsSound() throws Exception {
        Path file = folder.resolve("screen.mp4");
        try (TestScreen screen = TestScreen.start(WIDTH_PX, HEIGHT_PX)) {
            List<LivelyScreen.Shown> shown;
            String summary;
            try (LivelyScreen lively = new LivelyScreen(screen)) {
                summary = record(screen, file, Tier.count(5, 600));
                shown = lively.shown();
            }
            assertFalse(summary.contains("endedEarly"), summary);
            List<Seen> seen = read(file);
            checkNumbers(seen, shown, summary);
            checkPointer(seen, shown);
            int clicks = checkClicks(file);
            System.out.printf("%d pictures, %d left out, %d missed, %d clicks, %d kB%n", seen.size(),
                    number(summary, "framesDropped"), number(summary, "framesMissed"), clicks,
                    number(summary, "fileBytes") / 1000);
        }
    }

    private String record(TestScreen screen, Path file, int seconds) throws Exception {
        return WatchedRecording.make(folder, command -> {
            command.environment().put("DISPLAY", screen.name());
            command.environment().remove("WAYLAND_DISPLAY");
        }, "-s", "x11", "-s", "synthetic:clicks", "--size", WIDTH_PX + "x" + HEIGHT_PX, "--rate", "30", "--duration",
                Integer.toString(seconds), "-o", file.toString());
    }

    private static long number(String summary, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(summary);
        assertTrue(found.find(), summary);
        return Long.parseLong(found.group(1));
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
        MemorySegment luma = frame.plane(0);
        int stride = frame.strideBytes(0);
        long sum = 0;
        int count = 0;
        for (int y = LivelyScreen.POINTER_Y_PX - 40; y < LivelyScreen.POINTER_Y_PX + 40; y++) {
            for (int x = 0; x < frame.format().widthPx(); x++) {
                if ((luma.get(ValueLayout.JAVA_BYTE, (long) y * stride + x) & 0xFF) > BLACK) {
                    sum += x;
                    count++;
                }
            }
        }
        return count == 0 ? -1 : (int) (sum / count);
    }

    /** There is one moment of the start that makes every picture show what was on the screen at its time. */
    private static void checkNumbers(List<Seen> seen, List<LivelyScreen.Shown> shown, String summary) {
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
        assertTrue(last - first > 10, "numbers from " + first + " to " + last + ": " + summary);
    }

    /**
     * The pointer is where it belongs in nearly every picture, and in each at a place where it was about then: a thread may be held up
     * between looking at the screen and asking for the pointer.
     */
    private static void checkPointer(List<Seen> seen, List<LivelyScreen.Shown> shown) {
        int inPlace = 0;
        for (Seen one : seen) {
            int number = (int) one.reading().frameNumber();
            assertTrue(one.pointerPx() >= 0, () -> "there is no pointer in " + one);
            inPlace += isAt(number, one) ? 1 : 0;
            long fromNs = shown.get(number).beginNs() - HELD_UP_NS;
            long toNs = shown.get(Math.min(number + 1, shown.size() - 1)).endNs() + HELD_UP_NS;
            boolean wasThere = false;
            for (int i = Math.max(0, number - MOST_STEPS); i < Math.min(shown.size(), number + MOST_STEPS); i++) {
                wasThere |= shown.get(i).endNs() >= fromNs && shown.get(i).beginNs() <= toNs && isAt(i, one);
            }
            assertTrue(wasThere, () -> "the pointer is not at " + LivelyScreen.pointerPx(number) + " in " + one);
        }
        assertTrue(inPlace >= IN_PLACE_SHARE * seen.size(), inPlace + " of " + seen.size() + " pointers are in place");
    }

    private static boolean isAt(int number, Seen one) {
        return Math.abs(one.pointerPx() - LivelyScreen.pointerPx(number)) <= POINTER_TOLERANCE_PX;
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
