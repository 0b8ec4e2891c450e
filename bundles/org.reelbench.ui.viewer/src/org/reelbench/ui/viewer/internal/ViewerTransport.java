package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ForegroundWork;
import org.reelbench.playback.Course;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.playback.Player;
import org.reelbench.playback.Scene;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Transport;
import org.reelbench.ui.viewer.internal.transport.EditPoints;
import org.reelbench.ui.viewer.internal.transport.Ladder;

/**
 * Plays and pauses, moves the place that is looked at while playing and follows it when somebody else moves it. On the UI thread.
 */
final class ViewerTransport implements Transport, ForegroundWork {

    /** How playback goes. */
    record Status(int speed, long dropped, boolean isStored, int divisor) {

        /** It stands. */
        static Status standing(long dropped) {
            return new Status(0, dropped, false, 1);
        }
    }

    /** What the player does to the monitor. */
    interface Stage {

        /** Returns how wide pictures may be; for any thread. */
        int widthPx();

        /** Returns how high pictures may be; for any thread. */
        int heightPx();

        /** Shows a picture and closes it. */
        void show(ScreenPicture picture);

        /** Shows why there is no picture. */
        void fail(String message);

        /** Shows how it plays. */
        void update(Status status);

        /** Shows the picture of the place that is looked at. */
        void still();

        /** Lets people type where to go. */
        void enterTimecode();
    }

    private final Subject subject;
    private final Pictures pictures;
    private final Stage stage;
    private final Executor uiThread;
    private volatile @Nullable Playback playback;
    private @Nullable Run lastRun;
    private int wantedSpeed = 1;
    private boolean isLooping;
    private long lastFrame;

    ViewerTransport(Subject subject, Pictures pictures, Stage stage, Executor uiThread) {
        this.subject = subject;
        this.pictures = pictures;
        this.stage = stage;
        this.uiThread = uiThread;
    }

    @Override
    public boolean isPlaying() {
        return playback != null;
    }

    /** While it plays, nothing in the background gets in its way. */
    @Override
    public boolean isUnderWay() {
        return playback != null;
    }

    @Override
    public int speed() {
        return playback == null ? 0 : wantedSpeed;
    }

    @Override
    public void play() {
        play(1);
    }

    @Override
    public void playBackward() {
        play(-1);
    }

    @Override
    public void shuttleForward() {
        play(Ladder.next(speed(), Direction.FORWARD));
    }

    @Override
    public void shuttleBackward() {
        play(Ladder.next(speed(), Direction.BACKWARD));
    }

    private void play(int speed) {
        long last = subject.sequence().map(Sequence::durationFrames).orElse(0L) - 1;
        if (playback != null && wantedSpeed == speed || last < 0) {
            return;
        }
        halt();
        wantedSpeed = speed;
        begin(start(Math.min(subject.positionFrame(), last), last));
    }

    private long start(long at, long last) {
        FrameRange range = loop().orElse(null);
        if (range != null) {
            return range.contains(at) ? at : range.inFrame();
        }
        if (wantedSpeed > 0) {
            return at == last ? 0 : at;
        }
        return at == 0 ? last : at;
    }

    /** The range that goes round, as far as there is something in it. */
    private Optional<FrameRange> loop() {
        long duration = subject.sequence().map(Sequence::durationFrames).orElse(0L);
        if (!isLooping || wantedSpeed < 0 || duration == 0) {
            return Optional.empty();
        }
        return subject.marks().filter(range -> range.inFrame() < duration).or(() -> Optional.of(new FrameRange(0, duration)));
    }

    @Override
    public void pause() {
        if (playback != null) {
            halt();
            stage.still();
        }
    }

    void toggle() {
        if (isPlaying()) {
            pause();
        } else {
            play();
        }
    }

    @Override
    public boolean isLooping() {
        return isLooping;
    }

    @Override
    public void setLooping(boolean isWanted) {
        isLooping = isWanted;
        follow();
    }

    @Override
    public long positionFrame() {
        return subject.positionFrame();
    }

    @Override
    public void goTo(long frame) {
        pause();
        subject.moveTo(Math.max(0, frame));
    }

    @Override
    public void toNextEdit() {
        subject.sequence().ifPresent(sequence -> {
            long now = subject.positionFrame();
            long edit = EditPoints.after(sequence, now);
            goTo(subject.marks().map(range -> nearestAfter(range, now, edit)).orElse(edit));
        });
    }

    private static long nearestAfter(FrameRange range, long now, long edit) {
        long nearest = range.outFrame() > now ? Math.min(edit, range.outFrame()) : edit;
        return range.inFrame() > now ? Math.min(nearest, range.inFrame()) : nearest;
    }

    @Override
    public void toPreviousEdit() {
        subject.sequence().ifPresent(sequence -> {
            long now = subject.positionFrame();
            long edit = EditPoints.before(sequence, now);
            goTo(subject.marks().map(range -> nearestBefore(range, now, edit)).orElse(edit));
        });
    }

    private static long nearestBefore(FrameRange range, long now, long edit) {
        long nearest = range.inFrame() < now ? Math.max(edit, range.inFrame()) : edit;
        return range.outFrame() < now ? Math.max(nearest, range.outFrame()) : nearest;
    }

    @Override
    public void enterTimecode() {
        if (subject.sequence().isPresent()) {
            pause();
            stage.enterTimecode();
        }
    }

    @Override
    public void markIn() {
        subject.markIn(subject.positionFrame());
    }

    @Override
    public void markOut() {
        subject.markOut(subject.positionFrame());
    }

    @Override
    public void clearMarks() {
        subject.clearMarks();
    }

    @Override
    public boolean hasMarks() {
        return subject.marks().isPresent();
    }

    /** Goes on from where it is: what is shown has changed, or the place was moved by somebody else. */
    void follow() {
        if (playback == null) {
            return;
        }
        halt();
        long duration = subject.sequence().map(Sequence::durationFrames).orElse(0L);
        if (subject.positionFrame() < duration) {
            begin(subject.positionFrame());
        } else {
            stage.still();
        }
    }

    /** Tells whether the place is where playback has put it. */
    boolean hasMovedPlayhead() {
        return subject.positionFrame() == lastFrame;
    }

    /** Gives back a picture nobody will look at, after the viewer's threads have ended. */
    void discard() {
        Run run = lastRun;
        if (run != null) {
            run.hop.discard();
        }
    }

    private void begin(long from) {
        Scene scene = subject.scene().orElse(null);
        Player player = pictures.player().orElse(null);
        if (scene == null) {
            return;
        }
        lastFrame = from;
        subject.moveTo(from);
        Run run = new Run();
        lastRun = run;
        // Behind the range there is nothing to come round from.
        Course course = new Course(from, wantedSpeed, loop().filter(range -> from < range.outFrame()));
        Playback started = player == null ? null : player.play(scene, course, run.hop, run).orElse(null);
        playback = started;
        run.own = started;
        if (started == null) {
            subject.tell("nothing can be played: a bundle that renders or that plays sound is missing", true);
            stage.update(Status.standing(0));
        } else {
            stage.update(new Status(wantedSpeed, 0, false, 1));
        }
    }

    private void halt() {
        Playback old = playback;
        if (old != null) {
            playback = null;
            old.stop();
            stage.update(Status.standing(old.dropped()));
        }
    }

    /** What comes from one playback; of one that was stopped, nothing is looked at any more. */
    private final class Run implements PlaybackListener {

        private final ScreenHop hop = new ScreenHop(uiThread, stage::widthPx, stage::heightPx, this::shown, this::failed);
        private @Nullable Playback own;

        private boolean isCurrent() {
            return own != null && own == playback;
        }

        private void shown(ScreenPicture picture) {
            Playback running = playback;
            if (running == null || !isCurrent()) {
                picture.close();
                return;
            }
            if (!hasMovedPlayhead()) {
                picture.close();
                follow();
                return;
            }
            lastFrame = picture.frame();
            stage.show(picture);
            subject.moveTo(lastFrame);
            stage.update(new Status(wantedSpeed, running.dropped(), running.isStored(), running.divisor()));
        }

        private void failed(String message) {
            if (isCurrent()) {
                halt();
                stage.fail(message);
            }
        }

        @Override
        public void problem(String message) {
            subject.tell(message, true);
        }

        @Override
        public void ended(Playback ended) {
            uiThread.execute(() -> {
                hop.discard();
                if (ended == playback) {
                    halt();
                }
            });
        }
    }
}
