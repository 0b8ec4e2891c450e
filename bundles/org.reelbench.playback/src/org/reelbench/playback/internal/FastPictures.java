package org.reelbench.playback.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.playback.Course;
import org.reelbench.render.RenderException;
import org.reelbench.render.VideoRenderer;

/**
 * Shows a sequence several times as fast as it is meant: as many pictures a second as ever, each some frames from the one before.
 * They are exact as long as they can be had in time, and else what is quick to have. What it ends with is exact.
 * <p>
 * One thread at a time.
 */
final class FastPictures {

    /** How soon exact pictures are tried again: what one took counts for less with each that was not tried. */
    private static final double FORGETS = 15 / 16.0;

    /** Shows pictures and knows when. */
    interface Stage {

        /** Shows the picture of a frame, which stays the caller's. */
        void show(long frame, VideoFrame picture, boolean isApproximate) throws MediaException;

        /** Counts pictures that are left out as others are due. */
        void drop(long pictures);

        /** Returns how many frames of the sequence have gone by since the start. */
        long goneFrames();

        /** Tells how long it is until so many frames have gone by; 0 or less if they have. */
        long nanosUntil(long goneFrames);

        /** Returns the time. */
        long now();

        /** Lets some time pass, at most until something was asked to stop. */
        void waitNanos(long nanos);

        /** Starts the clock. */
        void begin();
    }

    private final VideoRenderer renderer;
    private final Course course;
    private final long endFrame;
    private final double pictureNanos;
    private final Stage stage;
    private final Cancellation stop;
    private final int step;
    private double exactNanos;

    /**
     * Prepares.
     *
     * @param renderer renders, as large as it is told to
     * @param course which way and how fast, within the sequence
     * @param endFrame the frame behind the last
     * @param pictureNanos how long a picture stands
     * @param stage shows the pictures
     * @param stop asks to stop
     */
    FastPictures(VideoRenderer renderer, Course course, long endFrame, double pictureNanos, Stage stage, Cancellation stop) {
        this.renderer = renderer;
        this.course = course;
        this.endFrame = endFrame;
        this.pictureNanos = pictureNanos;
        this.stage = stage;
        this.stop = stop;
        step = Math.abs(course.speed());
        // Media decode forwards: backwards each exact picture is a seek.
        exactNanos = course.speed() > 0 ? 0 : 4 * pictureNanos;
    }

    /** Plays to the end or the start of the sequence. */
    void play() throws RenderException, MediaException {
        long gone = 0;
        long shown = -1;
        for (long frame = course.startFrame(); frame >= 0 && frame < endFrame; frame = course.frameAfter(gone)) {
            show(gone, frame);
            shown = frame;
            long next = gone + step;
            long late = Math.max(0, (stage.goneFrames() - next) / step);
            stage.drop(late);
            gone = next + late * step;
        }
        long last = course.speed() > 0 ? endFrame - 1 : 0;
        if (shown != last) {
            try (VideoFrame picture = renderer.frame(last, stop)) {
                stage.show(last, picture, false);
            }
        }
    }

    private void show(long gone, long frame) throws RenderException, MediaException {
        VideoFrame quick = exactNanos > pictureNanos ? quick(frame) : null;
        if (quick != null) {
            exactNanos *= FORGETS;
        }
        long before = stage.now();
        try (VideoFrame picture = quick == null ? renderer.frame(frame, stop) : quick) {
            if (quick == null) {
                exactNanos = stage.now() - before;
            }
            if (gone == 0) {
                stage.begin();
            }
            waitUntil(gone);
            stage.show(frame, picture, quick != null);
        }
    }

    private @Nullable VideoFrame quick(long frame) throws RenderException {
        return renderer.quickFrame(frame, stop).orElse(null);
    }

    private void waitUntil(long gone) {
        for (long nanos = stage.nanosUntil(gone); nanos > 0; nanos = stage.nanosUntil(gone)) {
            stop.check();
            stage.waitNanos(nanos);
        }
        stop.check();
    }
}
