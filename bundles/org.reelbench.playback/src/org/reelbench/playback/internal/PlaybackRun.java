package org.reelbench.playback.internal;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.reelbench.media.AudioSinks;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.playback.Course;
import org.reelbench.playback.Fit;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.playback.PreviewQuality;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.StoredPictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of playback, from play to pause. Sound is the clock: a picture that comes early waits for it, one that comes late is
 * dropped and counted, and where decoding has fallen far behind, pictures are leapt over.
 * <p>
 * Started once. Pictures come on the viewer's thread, sound on the sound thread; {@link #stop} may be called from any thread and
 * returns at once.
 */
final class PlaybackRun implements Playback {

    private static final Logger LOG = LoggerFactory.getLogger(Playback.class);

    /** Up to here pictures are small already. */
    private static final int SMALL_WIDTH_PX = 960;
    /** However late pictures are, so often one is shown. */
    private static final long SHOW_AT_LEAST_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    /** From here on catching up frame by frame takes longer than a seek. */
    private static final int FAR_BEHIND_MS = 700;
    /** About how long a seek takes: so far ahead the leap goes. */
    private static final int FAR_SEEK_MS = 200;
    /** Faster than this, backwards, not even every other frame of a stretch is decoded in time. */
    private static final int FASTEST_BY_STRETCHES = -2;
    /** The time and how it passes, so that tests need none. */
    record Time(LongSupplier nanoTime, LongConsumer waitNanos) {
    }

    private final Scene scene;
    private final Course course;
    private final long startFrame;
    private final long endFrame;
    /** Where pictures begin anew at the start of the range that goes round; the end of the sequence where none does. */
    private final long lapEndFrame;
    private final PictureSource source;
    private final Screen screen;
    private final PlaybackListener listener;
    private final Supplier<PreviewQuality> quality;
    private final Cancellation stop = new Cancellation();
    private final CountDownLatch firstPicture = new CountDownLatch(1);
    private final SoundFeed sound;
    private final Pace pace;
    private final Projection projection;
    private final AutoQuality auto;
    private final Reels reels;
    private volatile boolean isStored;
    private volatile int divisor = 1;
    /** When the picture before was done with: from then on the next one is waited for. */
    private long endedAtNanos;

    PlaybackRun(Scene scene, Course course, PictureSource source, Renderers renderers, AudioSinks sinks, Screen screen,
            PlaybackListener listener, Counts counts, Supplier<PreviewQuality> quality,
            Supplier<Optional<StoredPictures>> stored) {
        this(scene, course, source, renderers, sinks, screen, listener, counts, quality, stored,
                new Time(System::nanoTime, LockSupport::parkNanos));
    }

    PlaybackRun(Scene scene, Course course, PictureSource source, Renderers renderers, AudioSinks sinks, Screen screen,
            PlaybackListener listener, Counts counts, Supplier<PreviewQuality> quality, Supplier<Optional<StoredPictures>> stored,
            Time time) {
        this.scene = scene;
        this.endFrame = scene.sequence().durationFrames();
        this.course = course.within(endFrame);
        this.startFrame = course.startFrame();
        this.lapEndFrame = this.course.loop().map(FrameRange::outFrame).orElse(endFrame);
        this.source = source;
        this.screen = screen;
        this.listener = listener;
        this.quality = quality;
        reels = new Reels(scene, stored, time.nanoTime());
        auto = new AutoQuality(largestUseful(scene.sequence(), screen));
        sound = new SoundFeed(scene, this.course, renderers, sinks, source.loads(), firstPicture, stop, listener::problem,
                source.threadRule());
        PlaybackClock clock = new PlaybackClock(isStraight() ? startFrame : 0, scene.sequence().rate(),
                scene.sequence().sampleRateHz(), Math.abs(course.speed()), sound::samplesPlayed);
        pace = new Pace(clock, time, stop);
        projection = new Projection(scene, course.direction(), source, screen, counts, pace);
    }

    /** Pictures need not be larger than they are seen. */
    private static int largestUseful(Sequence sequence, Screen screen) {
        Fit seen = Fit.into(sequence.widthPx(), sequence.heightPx(), screen.widthPx(), screen.heightPx());
        int divisor = AutoQuality.SMALLEST;
        while (divisor > 1 && sequence.widthPx() / divisor < seen.widthPx()) {
            divisor /= 2;
        }
        return divisor;
    }

    /** Begins. The threads run one task at a time and belong to the pictures and to the sound until playback ends. */
    void start(Executor viewerThread, Executor soundThread) {
        soundThread.execute(sound);
        viewerThread.execute(this::pictures);
    }

    @Override
    public void stop() {
        stop.cancel();
        firstPicture.countDown();
    }

    /** Whether it was stopped or is at its end. */
    boolean hasEnded() {
        return stop.isCancelled();
    }

    @Override
    public long shown() {
        return projection.shown();
    }

    @Override
    public long dropped() {
        return projection.dropped();
    }

    @Override
    public boolean isStored() {
        return isStored;
    }

    @Override
    public int divisor() {
        return divisor;
    }

    private void pictures() {
        source.threadRule().run();
        try {
            projection.look(startFrame);
            VideoRenderer renderer = source.renderer(scene);
            if (isStraight()) {
                forward(renderer);
            } else if (course.speed() < 0 && course.speed() >= FASTEST_BY_STRETCHES) {
                backward(renderer);
            } else {
                fast(renderer);
            }
        } catch (CancelledException e) {
            LOG.debug("playback stops");
        } catch (RenderException | MediaException e) {
            screen.fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("playback fails", e);
            screen.fail("playback fails: " + e);
        } catch (Error e) {
            screen.fail("playback fails: " + e);
            throw e;
        } finally {
            stop();
            listener.ended(this);
        }
    }

    /** Whether all frames are shown in order, as they are meant. */
    private boolean isStraight() {
        return course.speed() == 1;
    }

    private void forward(VideoRenderer renderer) throws RenderException, MediaException {
        reduce(renderer, choose());
        endedAtNanos = pace.now();
        try (reels) {
            lap(renderer, startFrame);
            while (course.loop().isPresent()) {
                FrameRange range = course.loop().get();
                projection.drop(pace.nextLap(range.durationFrames(), range.inFrame()));
                lap(renderer, range.inFrame());
            }
        }
        pace.waitUntil(endFrame);
    }

    private void lap(VideoRenderer renderer, long first) throws RenderException, MediaException {
        long from = first;
        while (from < lapEndFrame) {
            from = runFrom(renderer, from);
            if (isStored) {
                from = storedFrom(from);
            }
        }
    }

    private void fast(VideoRenderer renderer) throws RenderException, MediaException {
        reduce(renderer, choose());
        new FastPictures(renderer, course, endFrame, projection.frameNanos(), stage(), stop).play();
    }

    /** Shows stored pictures for as long as there are any, and returns where to go on. */
    private long storedFrom(long from) throws MediaException {
        long frame = from;
        try {
            while (frame < lapEndFrame) {
                stop.check();
                long next = Math.max(frame, pace.frame());
                projection.drop(Math.min(next, lapEndFrame) - frame);
                frame = next;
                VideoFrame picture = frame < lapEndFrame ? reels.frame(frame, stop).orElse(null) : null;
                if (picture == null) {
                    return frame;
                }
                try (picture) {
                    present(frame, picture);
                }
                frame++;
            }
            return lapEndFrame;
        } catch (TooLate late) {
            return late.frame + 1;
        } finally {
            isStored = false;
            reels.rest();
            endedAtNanos = pace.now();
        }
    }

    private void backward(VideoRenderer renderer) throws RenderException, MediaException {
        // Many pictures are kept; those that stand still are rendered in full.
        Sequence sequence = scene.sequence();
        int smaller = Math.max(choose(), sequence.widthPx() > SMALL_WIDTH_PX ? 2 : 1);
        reduce(renderer, smaller);
        long pictureBytes = Math.max(1, sequence.widthPx() / smaller * (sequence.heightPx() / smaller) * 3L / 2);
        double framesPerSecond = sequence.rate().framesPerSecond().toDouble();
        new BackwardPictures(renderer, startFrame, -course.speed(), framesPerSecond, pictureBytes, stage(), stop)
                .play();
    }

    private void reduce(VideoRenderer renderer, int chosen) {
        divisor = chosen;
        renderer.reduce(chosen);
    }

    private int choose() {
        return switch (quality.get()) {
        case FULL -> 1;
        case HALF -> 2;
        case QUARTER -> AutoQuality.SMALLEST;
        case AUTO -> auto.divisor();
        };
    }

    /** Plays on, and returns where to go on after pictures had to be leapt over. */
    private long runFrom(VideoRenderer renderer, long from) throws RenderException, MediaException {
        try {
            renderer.run(from, lapEndFrame, (frame, picture) -> {
                present(frame, picture);
                reduce(renderer, choose());
                if (reels.isToSwitch(frame + 1)) {
                    throw new TooLate(frame, true);
                }
            }, stop);
            return lapEndFrame;
        } catch (TooLate late) {
            if (late.isStored || reels.isToSwitch(late.frame + 1)) {
                isStored = true;
                return late.frame + 1;
            }
            long next = Math.min(lapEndFrame, Math.max(late.frame + 1, pace.frame() + projection.framesOf(FAR_SEEK_MS)));
            projection.drop(next - late.frame - 1);
            return next;
        }
    }

    private void present(long frame, VideoFrame rendered) throws MediaException {
        stop.check();
        projection.lookNowAndThen(frame);
        long late = pace.frame() - frame;
        long startedAtNanos = endedAtNanos;
        reels.note(late > 0);
        if (late > 0) {
            auto.dropped(pace.now());
        }
        if (late > 0 && pace.now() - projection.shownAtNanos() < SHOW_AT_LEAST_EVERY_NANOS) {
            projection.drop(1);
            endedAtNanos = pace.now();
            if (late > projection.framesOf(FAR_BEHIND_MS)) {
                throw new TooLate(frame, false);
            }
            return;
        }
        projection.show(frame, rendered, () -> {
            if (late <= 0) {
                long now = pace.now();
                auto.shown(now, (now - startedAtNanos) / projection.frameNanos());
            }
            firstPicture.countDown();
            pace.waitUntil(frame);
        }, false);
        endedAtNanos = projection.shownAtNanos();
    }

    private RunStage stage() {
        return new RunStage(projection, pace, stop, firstPicture::countDown, sound::mute, source);
    }

    /** Ends a run of the renderer that has fallen too far behind, or may end as the pictures that follow are stored. */
    private static final class TooLate extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long frame;
        private final boolean isStored;

        TooLate(long frame, boolean isStored) {
            super("frame " + frame + " is too late", null, false, false);
            this.frame = frame;
            this.isStored = isStored;
        }
    }
}
