package org.reelbench.playback.internal;

import java.util.ArrayDeque;
import java.util.Deque;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.RenderException;
import org.reelbench.render.VideoRenderer;

/**
 * Shows the frames of a sequence from one down to the first. Media decode forwards only: so stretches of frames, from a sync
 * sample on, are rendered in order and kept, and the one before is shown meanwhile from its end. Two stretches are kept at most.
 * <p>
 * Where rendering does not keep up, pictures come later instead of being leapt over. One thread at a time.
 */
final class BackwardPictures {

    /** Both stretches together may hold twice as much. */
    private static final long MOST_BYTES = 48L << 20;
    /** Shorter stretches would spend their time on seeking. */
    private static final int LEAST_FRAMES = 15;
    /** So many different pictures a second look like motion; where not all of a stretch find room, no fewer are kept. */
    private static final int LEAST_A_SECOND = 15;

    /** Shows a picture and counts those it leaves out. */
    interface Stage {

        /** Shows the picture of a frame, which stays the caller's. */
        void show(long frame, VideoFrame picture) throws MediaException;

        /** Counts a picture that was ready and not shown, because the next one is due. */
        void drop();

        /** Tells how long it is until so many frames after the start are due; 0 or less if they are. */
        long nanosUntil(long framesAfterStart);

        /** Lets some time pass, at most until something was asked to stop. */
        void waitNanos(long nanos);

        /** Starts the clock. */
        void begin();

        /** Hears that pictures come later than they should by so many frames. */
        void behind(long frames);

        /** Hears that more pictures are kept, or fewer. */
        void kept(long moreBytes);
    }

    private record Held(long frame, VideoFrame picture) {
    }

    private final VideoRenderer renderer;
    private final Stage stage;
    private final Cancellation stop;
    private final long startFrame;
    private final int longestStep;
    private final int shortestStep;
    /** Of the frames of the stretch that was rendered last, each so manieth is kept. */
    private int step = 1;
    private Deque<Held> showing = new ArrayDeque<>();
    private Deque<Held> coming = new ArrayDeque<>();
    private final long pictureBytes;
    /** By how many frames pictures come later than they should. */
    private long behindFrames;

    /**
     * Prepares.
     *
     * @param renderer renders, as large as it is told to
     * @param startFrame the first frame that is shown
     * @param speed how many times as fast as it is meant, above 0: each so manieth frame is shown
     * @param framesPerSecond the sequence's rate, about
     * @param pictureBytes how much memory a picture takes, about
     * @param stage shows the pictures
     * @param stop asks to stop
     */
    BackwardPictures(VideoRenderer renderer, long startFrame, int speed, double framesPerSecond, long pictureBytes, Stage stage,
            Cancellation stop) {
        this.renderer = renderer;
        this.startFrame = startFrame;
        this.shortestStep = speed;
        this.longestStep = Math.max(1, (int) (framesPerSecond / LEAST_A_SECOND)) * speed;
        this.pictureBytes = pictureBytes;
        this.stage = stage;
        this.stop = stop;
    }

    /** Plays down to the first frame. */
    void play() throws RenderException, MediaException {
        try {
            long end = startFrame + 1;
            boolean begun = false;
            while (end > 0) {
                end = render(end);
                showRest();
                Deque<Held> shown = showing;
                showing = coming;
                coming = shown;
                if (!begun) {
                    begun = true;
                    stage.begin();
                }
                catchUp();
            }
            showRest();
            waitUntil(startFrame + 1);
        } finally {
            stage.kept(-pictureBytes * (showing.size() + coming.size()));
            showing.forEach(held -> held.picture().close());
            coming.forEach(held -> held.picture().close());
        }
    }

    /** Renders the stretch before a frame and shows meanwhile what is due; returns where it begins. */
    private long render(long end) throws RenderException, MediaException {
        long entry = Math.clamp(renderer.entryFrame(end - 1, stop), 0, end - 1);
        long begin = Math.max(0, Math.min(entry, end - LEAST_FRAMES));
        long room = Math.max(1, MOST_BYTES / pictureBytes);
        step = Math.clamp(Math.ceilDiv(end - begin, room), shortestStep, longestStep);
        begin = Math.max(begin, end - Math.max(LEAST_FRAMES, room * step));
        renderer.run(begin, end, (frame, picture) -> {
            if ((startFrame - frame) % step == 0 || frame == 0) {
                coming.addFirst(new Held(frame, picture.retain()));
                stage.kept(pictureBytes);
            }
            showDue();
        }, stop);
        return begin;
    }

    /** Shows the last one that is due, and leaves out those before it. */
    private void showDue() throws MediaException {
        while (!showing.isEmpty() && nanosUntil(showing.getFirst().frame()) <= 0) {
            Held due = showing.removeFirst();
            stage.kept(-pictureBytes);
            try (VideoFrame picture = due.picture()) {
                if (!showing.isEmpty() && nanosUntil(showing.getFirst().frame()) <= 0) {
                    stage.drop();
                } else {
                    stage.show(due.frame(), picture);
                }
            }
        }
    }

    private void showRest() throws MediaException {
        while (!showing.isEmpty()) {
            waitUntil(startFrame - showing.getFirst().frame());
            showDue();
        }
    }

    private void waitUntil(long framesAfterStart) {
        for (long nanos = stage.nanosUntil(framesAfterStart + behindFrames); nanos > 0; nanos = stage
                .nanosUntil(framesAfterStart + behindFrames)) {
            stop.check();
            stage.waitNanos(nanos);
        }
        stop.check();
    }

    /** A stretch that was not ready in time is shown as a whole all the same. */
    private void catchUp() {
        while (!showing.isEmpty() && nanosUntil(showing.getFirst().frame() - step) <= 0) {
            behindFrames++;
        }
        stage.behind(behindFrames);
    }

    private long nanosUntil(long frame) {
        return stage.nanosUntil(startFrame - frame + behindFrames);
    }
}
