package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.media.AudioSink;
import org.reelbench.media.Cancellation;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Course;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.FrameRange;
import org.reelbench.playback.PreviewQuality;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.playback.StoredPictures;

/** Playback against a clock that passes only where somebody waits or renders. */
@Timeout(60)
class PlaybackRunTest {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final long FRAME_NANOS = 40_000_000L;
    private final FakeMedia media = new FakeMedia();
    private final PictureSource source = media.source();
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
    private final FakeSink sink = new FakeSink(nanos);
    private final ExecutorService soundThread = Executors.newSingleThreadExecutor();
    private final List<Long> shown = new ArrayList<>();
    private final List<Long> shownAtNanos = new ArrayList<>();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private int ended;
    private Optional<StoredPictures> stored = Optional.empty();

    private final Screen screen = new Screen() {

        @Override
        public int widthPx() {
            return 64;
        }

        @Override
        public int heightPx() {
            return 36;
        }

        @Override
        public void show(ScreenPicture picture) {
            try (picture) {
                shown.add(picture.frame());
                shownAtNanos.add(nanos.get());
            }
        }

        @Override
        public void fail(String message) {
            said.add(message);
        }
    };

    private final PlaybackListener listener = new PlaybackListener() {
        @Override
        public void problem(String message) {
            said.add(message);
        }

        @Override
        public void ended(Playback playback) {
            ended++;
            sink.release();
        }
    };

    private PlaybackRun playback(long durationFrames, long startFrame) {
        return playback(durationFrames, startFrame, Direction.FORWARD, PreviewQuality.AUTO);
    }

    private PlaybackRun playback(long durationFrames, long startFrame, Direction direction, PreviewQuality quality) {
        return playback(durationFrames, Course.of(startFrame, direction), quality);
    }

    private PlaybackRun playback(long durationFrames, Course course, PreviewQuality quality) {
        return new PlaybackRun(media.scene(durationFrames, RATE), course, source, media, (_, _) -> sink, screen, listener,
                new Counts(), () -> quality, () -> stored,
                new PlaybackRun.Time(nanos::get, wait -> {
                    if (sink.started()) {
                        nanos.addAndGet(wait);
                    }
                }));
    }

    private void play(PlaybackRun playback) {
        playback.start(Runnable::run, soundThread);
    }

    @AfterEach
    void everythingIsGivenBack() throws InterruptedException {
        soundThread.shutdown();
        assertTrue(soundThread.awaitTermination(30, TimeUnit.SECONDS));
        source.close();
        assertEquals(0, media.openRenderers.get());
        assertEquals(0, media.buffers.outstanding());
        assertEquals(0, media.keptFrames());
        assertTrue(sink.closed());
        assertEquals(1, ended);
    }

    @Test
    void inTimeEveryPictureIsShownWhenItIsDue() {
        PlaybackRun playback = playback(100, 10);
        play(playback);
        assertEquals(90, playback.shown());
        assertEquals(0, playback.dropped());
        for (int i = 1; i < shown.size(); i++) {
            assertEquals(10 + i, shown.get(i));
            long wanted = sink.startedAtNanos() + i * FRAME_NANOS;
            assertTrue(Math.abs(shownAtNanos.get(i) - wanted) < 1_000_000, "frame " + i);
        }
        assertTrue(nanos.get() >= sink.startedAtNanos() + 90 * FRAME_NANOS, "the last picture stands for its time");
        assertEquals(List.of(), said);
    }

    @Test
    void anErrorOfTheRendererIsSaidBeforeItEndsPlayback() {
        media.before = frame -> {
            if (frame == 5) {
                throw new OutOfMemoryError("no pictures left");
            }
        };
        PlaybackRun playback = playback(100, 0);
        assertThrows(OutOfMemoryError.class, () -> play(playback));
        assertTrue(said.getFirst().contains("no pictures left"), said.toString());
    }

    @Test
    void latePicturesAreDroppedAndCountedButNeverForLong() {
        media.before = _ -> {
            if (sink.started()) {
                nanos.addAndGet(FRAME_NANOS * 5 / 4);
            }
        };
        PlaybackRun playback = playback(200, 0);
        play(playback);
        assertEquals(200, playback.shown() + playback.dropped());
        assertTrue(playback.dropped() > 10, playback.dropped() + " dropped");
        for (int i = 1; i < shownAtNanos.size(); i++) {
            long stoodNanos = shownAtNanos.get(i) - shownAtNanos.get(i - 1);
            assertTrue(stoodNanos < 450_000_000L, "the picture stood still at " + shown.get(i));
        }
    }

    @Test
    void whereRenderingDoesNotKeepUpStoredPicturesAreShownAsFarAsTheyReach() {
        FakeReel reel = new FakeReel(0, 300);
        stored = Optional.of(_ -> Optional.of(reel));
        media.before = _ -> {
            if (sink.started()) {
                nanos.addAndGet(FRAME_NANOS * 3 / 2);
            }
        };
        PlaybackRun[] self = new PlaybackRun[1];
        reel.each = () -> assertTrue(self[0].isStored());
        self[0] = playback(400, 0);
        play(self[0]);
        assertTrue(reel.given.getFirst() < 60, "after a second of trouble, not at " + reel.given.getFirst());
        assertEquals(299, reel.given.getLast());
        assertTrue(shown.containsAll(reel.given), "each of them is shown");
        assertTrue(media.rendered.stream().noneMatch(frame -> frame > reel.given.getFirst() + 20 && frame < 300),
                "nothing is rendered meanwhile");
        assertTrue(media.rendered.getLast() > 300, "behind them it is rendered again");
        assertEquals(400, self[0].shown() + self[0].dropped());
        long reach = reel.given.getLast() - reel.given.getFirst() + 1;
        assertTrue(reel.given.size() >= reach - 20, "of " + reach + " only " + reel.given.size() + " once they have caught up");
        assertTrue(reel.closed && !self[0].isStored());
    }

    @Test
    void whereRenderingKeepsUpNothingStoredIsShown() {
        FakeReel reel = new FakeReel(0, 400);
        stored = Optional.of(_ -> Optional.of(reel));
        play(playback(100, 0));
        assertEquals(List.of(), reel.given);
        assertTrue(!reel.asked, "nobody looks for them");
    }

    @Test
    void farBehindPicturesAreLeaptOver() {
        media.before = frame -> {
            if (frame == 50) {
                nanos.addAndGet(100 * FRAME_NANOS);
            }
        };
        PlaybackRun playback = playback(400, 0);
        play(playback);
        assertTrue(media.runs.size() > 1, "a second run began");
        assertTrue(media.runs.getLast() > 145, "it began at " + media.runs.getLast());
        assertTrue(media.rendered.size() < 330, media.rendered.size() + " rendered");
        assertEquals(399, shown.getLast());
        assertEquals(400, playback.shown() + playback.dropped());
    }

    @Test
    void stoppingEndsItAtOnce() {
        PlaybackRun[] self = new PlaybackRun[1];
        media.before = frame -> {
            if (frame == 20) {
                self[0].stop();
            }
        };
        self[0] = playback(100, 0);
        play(self[0]);
        assertEquals(20, shown.size());
        assertEquals(List.of(), said);
    }

    @Test
    void aBrokenPictureEndsItWithWords() {
        media.brokenFrame = 5;
        play(playback(100, 0));
        assertEquals(5, shown.size());
        assertEquals(1, said.size());
        assertTrue(said.getFirst().contains("m.mp4"), said.getFirst());
    }

    @Test
    void backwardsEachFrameIsRenderedOnceAndShownInTime() {
        media.syncEvery = 50;
        PlaybackRun playback = playback(300, 219, Direction.BACKWARD, PreviewQuality.AUTO);
        play(playback);
        assertEquals(220, playback.shown());
        assertEquals(0, playback.dropped());
        assertEquals(220, media.rendered.size());
        assertEquals(List.of(200L, 150L, 100L, 50L, 0L), media.runs);
        for (int i = 0; i < shown.size(); i++) {
            assertEquals(219 - i, shown.get(i));
            long wanted = sink.startedAtNanos() + i * FRAME_NANOS;
            assertTrue(Math.abs(shownAtNanos.get(i) - wanted) < 1_000_000, "frame " + shown.get(i));
        }
        assertTrue(nanos.get() >= sink.startedAtNanos() + 220 * FRAME_NANOS, "the first picture stands for its time");
        assertEquals(List.of(), said);
    }

    @Test
    void whatIsKeptToPlayBackwardsIsInTheLedger() {
        media.syncEvery = 50;
        long pictureBytes = 64 * 36 * 3 / 2;
        long[] most = { 0 };
        media.before = _ -> most[0] = Math.max(most[0], media.account.bytes());
        play(playback(300, 199, Direction.BACKWARD, PreviewQuality.AUTO));
        // One stretch is shown while the other comes; a few pictures are on their way to the screen.
        assertTrue(most[0] >= 49 * pictureBytes, most[0] + " bytes");
        assertTrue(most[0] <= 100 * pictureBytes + 4 * 64 * 36 * 4, most[0] + " bytes");
        assertTrue(media.account.bytes() <= 4 * 64 * 36 * 4, media.account.bytes() + " bytes are left");
    }

    @Test
    void backwardsASlowRendererMakesPicturesLateNotFew() {
        media.syncEvery = 50;
        media.before = _ -> {
            if (sink.started()) {
                nanos.addAndGet(FRAME_NANOS * 3 / 2);
            }
        };
        PlaybackRun playback = playback(300, 199, Direction.BACKWARD, PreviewQuality.AUTO);
        play(playback);
        assertEquals(200, playback.shown() + playback.dropped());
        assertTrue(playback.shown() >= 100, playback.shown() + " shown");
        assertEquals(0, shown.getLast());
    }

    @Test
    void backwardsWithoutSyncSamplesStretchesAreShort() {
        PlaybackRun playback = playback(100, 99, Direction.BACKWARD, PreviewQuality.AUTO);
        play(playback);
        assertEquals(100, playback.shown());
        assertEquals(100, media.rendered.size());
        assertEquals(7, media.runs.size());
    }

    @Test
    void backwardsStopsAtOnceAndGivesBackWhatIsKept() {
        media.syncEvery = 50;
        PlaybackRun[] self = new PlaybackRun[1];
        media.before = frame -> {
            if (frame == 120) {
                self[0].stop();
            }
        };
        self[0] = playback(300, 219, Direction.BACKWARD, PreviewQuality.AUTO);
        play(self[0]);
        assertTrue(shown.size() < 100, shown.size() + " shown");
    }

    @Test
    void aRangeIsPlayedAgainAndAgainEachPictureInItsTime() {
        PlaybackRun[] self = new PlaybackRun[1];
        media.before = _ -> {
            if (media.rendered.size() == 5 + 3 * 20) {
                self[0].stop();
            }
        };
        self[0] = playback(100, new Course(35, 1, Optional.of(new FrameRange(20, 40))), PreviewQuality.AUTO);
        play(self[0]);
        assertEquals(List.of(35L, 20L, 20L, 20L, 20L), media.runs);
        for (int i = 0; i < shown.size(); i++) {
            assertEquals(i < 5 ? 35 + i : 20 + (i - 5) % 20, shown.get(i));
            long wanted = sink.startedAtNanos() + i * FRAME_NANOS;
            assertTrue(Math.abs(shownAtNanos.get(i) - wanted) < 1_000_000, "picture " + i);
        }
        assertTrue(shown.size() >= 64, shown.size() + " shown");
        assertEquals(0, self[0].dropped());
    }

    @Test
    void aRangeThatIsTooSlowToRenderGoesRoundAllTheSame() {
        PlaybackRun[] self = new PlaybackRun[1];
        media.before = _ -> {
            if (sink.started()) {
                nanos.addAndGet(FRAME_NANOS * 12);
            }
            if (media.rendered.size() == 40) {
                self[0].stop();
            }
        };
        self[0] = playback(100, new Course(20, 1, Optional.of(new FrameRange(20, 30))), PreviewQuality.AUTO);
        play(self[0]);
        assertTrue(shown.size() >= 38, shown.size() + " shown");
        assertTrue(shown.stream().allMatch(frame -> frame >= 20 && frame < 30), shown::toString);
        long clockFrames = (nanos.get() - sink.startedAtNanos()) / FRAME_NANOS;
        assertEquals(clockFrames, self[0].shown() + self[0].dropped(), 25, "laps are left out, not piled up");
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 4, 8, -4, -8 })
    void fasterEachSoManiethPictureIsShownInItsTimeAndTheLastOneExactly(int speed) {
        boolean forward = speed > 0;
        PlaybackRun playback = playback(400, new Course(forward ? 10 : 350, speed, Optional.empty()), PreviewQuality.AUTO);
        play(playback);
        int step = Math.abs(speed);
        for (int i = 0; i < shown.size() - 1; i++) {
            assertEquals(forward ? 10 + i * step : 350 - i * step, shown.get(i));
            long wanted = sink.startedAtNanos() + i * FRAME_NANOS;
            assertTrue(Math.abs(shownAtNanos.get(i) - wanted) < 1_000_000, "picture " + i);
        }
        assertEquals(forward ? 399 : 0, shown.getLast());
        assertEquals(0, playback.dropped());
    }

    @Test
    void twiceAsFastBackwardsEachOtherPictureIsShownInItsTime() {
        media.syncEvery = 50;
        PlaybackRun playback = playback(300, new Course(200, -2, Optional.empty()), PreviewQuality.AUTO);
        play(playback);
        for (int i = 0; i < shown.size(); i++) {
            assertEquals(200 - 2 * i, shown.get(i));
            long wanted = sink.startedAtNanos() + i * FRAME_NANOS;
            assertTrue(Math.abs(shownAtNanos.get(i) - wanted) < 1_000_000, "picture " + i);
        }
        assertEquals(101, shown.size());
    }

    @ParameterizedTest
    @ValueSource(ints = { 8, -8 })
    void fasterThanRenderingQuickPicturesAreShownAndExactOnesTriedAgain(int speed) {
        media.quick = true;
        media.before = frame -> {
            if (sink.started() && frame > 900 && frame < 2900) {
                nanos.addAndGet(FRAME_NANOS * 5);
            }
        };
        PlaybackRun playback = playback(4000, new Course(speed > 0 ? 0 : 3999, speed, Optional.empty()), PreviewQuality.AUTO);
        play(playback);
        assertTrue(media.quickly.size() > 150, media.quickly.size() + " quick pictures");
        assertTrue(playback.shown() > 380, playback.shown() + " shown of 500");
        long exactAtTheEnd = media.rendered.stream().filter(frame -> speed > 0 ? frame > 3500 : frame < 500).count();
        assertTrue(exactAtTheEnd > 40, "only " + exactAtTheEnd + " exact once there is time again");
    }

    @Test
    void picturesAreRenderedAsLargeAsTheyAreSeen() {
        play(playback(20, 0, Direction.FORWARD, PreviewQuality.AUTO));
        assertEquals(List.of(1), media.divisors);
    }

    @Test
    void aChosenSizeIsKeptWhateverIsDropped() {
        media.before = _ -> {
            if (sink.started()) {
                nanos.addAndGet(FRAME_NANOS * 5 / 4);
            }
        };
        PlaybackRun playback = playback(100, 0, Direction.FORWARD, PreviewQuality.HALF);
        play(playback);
        assertTrue(playback.dropped() > 5);
        assertEquals(List.of(2), media.divisors);
    }

    @Test
    void picturesBecomeSmallerWhileTheyAreDropped() {
        media.before = _ -> {
            if (sink.started()) {
                nanos.addAndGet(FRAME_NANOS * 5 / 4);
            }
        };
        play(playback(200, 0, Direction.FORWARD, PreviewQuality.AUTO));
        assertEquals(List.of(1, 2, 4), media.divisors);
    }

    /** A device whose clock follows the test's time from its start on. */
    private static final class FakeSink implements AudioSink {

        private final AtomicLong nanos;
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile long startedAtNanos = -1;
        private volatile boolean closed;
        private volatile boolean filled;
        private volatile boolean paused;

        FakeSink(AtomicLong nanos) {
            this.nanos = nanos;
        }

        void release() {
            released.countDown();
        }

        boolean started() {
            return startedAtNanos >= 0;
        }

        long startedAtNanos() {
            return startedAtNanos;
        }

        boolean closed() {
            return closed;
        }

        @Override
        public String device() {
            return "fake";
        }

        @Override
        public boolean isSilent() {
            return true;
        }

        @Override
        public int bufferFrames() {
            return 9600;
        }

        @Override
        public void start() {
            if (!started()) {
                startedAtNanos = nanos.get();
            }
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public int write(float[][] channels, int offset, int count) throws InterruptedException {
            if (filled) {
                released.await();
            }
            filled = true;
            return count;
        }

        @Override
        public long framesPlayed() {
            return started() ? (nanos.get() - startedAtNanos) * 48 / 1_000_000 : 0;
        }

        @Override
        public void flush() {
            assertTrue(paused, "what is thrown away while it plays is heard as a click");
        }

        @Override
        public void drain() {
            // is over at once
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Pictures of some frames, which cost nothing to have. */
    private final class FakeReel implements StoredPictures.Reel {

        private final long fromFrame;
        private final long toFrame;
        private final List<Long> given = new ArrayList<>();
        private Runnable each = () -> {
            // nothing to look at
        };
        private boolean closed;
        private boolean asked;

        private FakeReel(long fromFrame, long toFrame) {
            this.fromFrame = fromFrame;
            this.toFrame = toFrame;
        }

        @Override
        public boolean has(long from, long to) {
            asked = true;
            return from >= fromFrame && to <= toFrame;
        }

        @Override
        public Optional<VideoFrame> frame(long frame, Cancellation cancellation) {
            if (!has(frame, frame + 1)) {
                return Optional.empty();
            }
            each.run();
            given.add(frame);
            return Optional.of(media.picture(frame));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
