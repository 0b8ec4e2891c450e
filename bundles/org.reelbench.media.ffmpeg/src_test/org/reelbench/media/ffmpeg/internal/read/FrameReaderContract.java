package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** What every frame reader keeps, whatever the file. A provider's test extends this and names its files. */
public abstract class FrameReaderContract {

    private static final Cancellation NEVER = new Cancellation();

    /**
     * A file and what is in it.
     *
     * @param name the name in test reports
     * @param file the file
     * @param source the source id in its pictures
     * @param firstNumber the number in the first picture
     * @param times when the first, second, third … frame is shown, counted from the start of the medium
     * @param end when the last frame ends
     * @param rounding how far the container's time stamps may lie from that
     */
    public record Truth(String name, Path file, int source, int firstNumber, List<RationalTime> times, RationalTime end,
            RationalTime rounding) {

        RationalTime until(int frame) {
            return frame + 1 < times.size() ? times.get(frame + 1) : end;
        }

        RationalTime middle(int frame) {
            return times.get(frame).plus(until(frame)).times(Rational.of(1, 2));
        }
    }

    /** A test of one file with an open reader. */
    @FunctionalInterface
    private interface Check {

        void run(Truth truth, FrameReader reader) throws Exception;
    }

    /** The provider's probe. */
    protected abstract MediaProbe probe();

    /** The provider's readers. */
    protected abstract MediaReaders readers();

    /** The files to read. */
    protected abstract List<Truth> files() throws Exception;

    private Stream<DynamicTest> each(Check check) throws Exception {
        return files().stream().map(truth -> DynamicTest.dynamicTest(truth.name(), () -> {
            try (ByteSource source = FileByteSource.open(truth.file()); FrameReader reader = open(source, 1)) {
                check.run(truth, reader);
            }
        }));
    }

    private FrameReader open(ByteSource source, int threads) throws Exception {
        MediaInfo info = probe().probe(source, NEVER);
        return readers().openFrames(source, info, info.video().orElseThrow().index(), threads, NEVER);
    }

    @TestFactory
    Stream<DynamicTest> showsEachFrameFromItsTimeUntilTheNext() throws Exception {
        return each((truth, reader) -> {
            for (int n = 0; n < truth.times().size(); n++) {
                assertShows(truth, reader, n, truth.times().get(n).plus(truth.rounding()));
                assertShows(truth, reader, n, truth.middle(n));
                assertShows(truth, reader, n, truth.until(n).minus(truth.rounding()).minus(RationalTime.of(1, 1_000_000)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> tellsWhenTheFrameIsShown() throws Exception {
        return each((truth, reader) -> {
            for (int n = 0; n < truth.times().size(); n++) {
                try (VideoFrame frame = reader.frameAt(truth.middle(n), NEVER)) {
                    RationalTime off = frame.time().minus(truth.times().get(n));
                    assertTrue(off.seconds().absolute().compareTo(truth.rounding().seconds()) <= 0,
                            frame.time() + " for frame " + n);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> showsTheSameAfterARest() throws Exception {
        return each((truth, reader) -> {
            int frames = truth.times().size();
            reader.rest();
            for (int n : new int[] { frames / 2, frames - 1, 0, frames / 2 + 1 }) {
                int frame = Math.min(n, frames - 1);
                assertShows(truth, reader, frame, truth.middle(frame));
                reader.rest();
                reader.rest();
            }
            reader.nearestSyncFrame(truth.middle(frames / 2), NEVER).close();
        });
    }

    @TestFactory
    Stream<DynamicTest> listsItsFramesOneByOne() throws Exception {
        return each((truth, reader) -> {
            RationalTime time = RationalTime.ofSeconds(-100);
            for (int n = 0; n < truth.times().size(); n++) {
                try (VideoFrame frame = reader.frameAfter(time, NEVER).orElseThrow()) {
                    Reading reading = TestCard.read(frame);
                    assertTrue(reading.is(truth.source(), truth.firstNumber() + n), reading + " after " + time);
                    assertTrue(frame.time().isAfter(time), frame.time() + " after " + time);
                    time = frame.time();
                }
            }
            assertTrue(reader.frameAfter(time, NEVER).isEmpty(), "a frame after the last");
            assertShows(truth, reader, 0, truth.times().getFirst());
        });
    }

    @TestFactory
    Stream<DynamicTest> showsTheFirstFrameBeforeTheStartAndTheLastAfterTheEnd() throws Exception {
        return each((truth, reader) -> {
            int last = truth.times().size() - 1;
            assertShows(truth, reader, last, truth.end().plus(RationalTime.ofSeconds(100)));
            assertShows(truth, reader, 0, RationalTime.ofSeconds(-100));
            assertShows(truth, reader, last, truth.end());
            assertShows(truth, reader, 0, RationalTime.of(-1, 1_000_000));
        });
    }

    @TestFactory
    Stream<DynamicTest> givesTheSamePicturesInAnyOrder() throws Exception {
        return each((truth, reader) -> {
            List<Long> straight = new ArrayList<>();
            List<Integer> order = new ArrayList<>();
            for (int n = 0; n < truth.times().size(); n++) {
                straight.add(Media.hash(reader, truth.middle(n)));
                order.add(n);
            }
            long seed = 20_260_101;
            Collections.shuffle(order, new Random(seed));
            for (int n : order) {
                assertEquals(straight.get(n), Media.hash(reader, truth.middle(n)),
                        "frame " + n + " of a random order, seed " + seed);
            }
            for (int n = truth.times().size() - 1; n >= 0; n -= 7) {
                assertEquals(straight.get(n), Media.hash(reader, truth.middle(n)), "frame " + n + " backwards");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> showsAnEarlierFrameAtOnceAndTheExactOneAfterwards() throws Exception {
        return each((truth, reader) -> {
            for (int n = truth.times().size() - 1; n >= 0; n -= 1 + n % 4) {
                RationalTime shown;
                long picture;
                try (VideoFrame first = reader.nearestSyncFrame(truth.middle(n), NEVER)) {
                    shown = first.time();
                    picture = Media.hash(first);
                    long number = TestCard.read(first).frameNumber() - truth.firstNumber();
                    assertTrue(number >= 0 && number <= n, "frame " + number + " for frame " + n);
                }
                assertShows(truth, reader, n, truth.middle(n));
                assertEquals(picture, Media.hash(reader, shown.plus(truth.rounding())),
                        "not the frame of its time, for frame " + n);
                assertShows(truth, reader, n, truth.middle(n));
            }
            assertEquals(truth.firstNumber(), first(reader, RationalTime.ofSeconds(-100)), "before the start");
        });
    }

    private static long first(FrameReader reader, RationalTime time) throws Exception {
        try (VideoFrame frame = reader.nearestSyncFrame(time, NEVER)) {
            return TestCard.read(frame).frameNumber();
        }
    }

    @TestFactory
    Stream<DynamicTest> decodesEachFrameOnceWhenReadingOn() throws Exception {
        return each((truth, reader) -> {
            for (int n = 0; n < truth.times().size(); n++) {
                reader.frameAt(truth.middle(n), NEVER).close();
            }
            assertTrue(reader.decodedFrames() <= truth.times().size() + 2, reader.decodedFrames() + " decoded");
        });
    }

    @TestFactory
    Stream<DynamicTest> givesTheSamePicturesWithSeveralThreads() throws Exception {
        return each((truth, reader) -> {
            try (ByteSource source = FileByteSource.open(truth.file()); FrameReader threaded = open(source, 3)) {
                for (int n = 0; n < truth.times().size(); n += 1 + n % 9) {
                    assertEquals(Media.hash(reader, truth.middle(n)), Media.hash(threaded, truth.middle(n)), "frame " + n);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> framesOutliveTheReader() throws Exception {
        return each((truth, reader) -> {
            try (VideoFrame frame = reader.frameAt(truth.middle(0), NEVER); VideoFrame second = frame.retain()) {
                reader.close();
                reader.close();
                frame.close();
                frame.close();
                assertTrue(TestCard.read(second).is(truth.source(), truth.firstNumber()), "the second lease");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> staysUsableAfterACancelledCall() throws Exception {
        return each((truth, reader) -> {
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            int last = truth.times().size() - 1;
            assertThrows(CancelledException.class, () -> reader.frameAt(truth.middle(last), cancelled).close());
            assertShows(truth, reader, last, truth.middle(last));
        });
    }

    private static void assertShows(Truth truth, FrameReader reader, int index, RationalTime time) throws Exception {
        int number = truth.firstNumber() + index;
        try (VideoFrame frame = reader.frameAt(time, NEVER)) {
            Reading reading = TestCard.read(frame);
            assertTrue(reading.is(truth.source(), number), () -> reading + " instead of frame " + number + " at " + time);
        }
    }
}
