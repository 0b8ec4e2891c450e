package org.reelbench.timeline;

/**
 * The value of an animated property at a frame, and how it goes on to the next keyframe. Not to be mixed up with a sync sample of
 * a coded stream.
 * <p>
 * Immutable, safe for every thread. Equal keyframes are equal records: −0.0 is stored as 0.0.
 *
 * @param frame the frame, counted from the clip's first one; it may lie outside of the clip; within ±{@value #MAX_FRAME}
 * @param value the value, finite, in the unit of the property
 * @param toNext how the value goes on to the next keyframe; without meaning on the last one
 */
public record Keyframe(long frame, double value, Interpolation toNext) {

    /** The greatest distance from a clip's first frame: a double still tells all frames up to it apart. */
    public static final long MAX_FRAME = 1L << 50;

    /**
     * Creates a keyframe.
     *
     * @throws IllegalArgumentException if the frame is out of range or the value not finite
     */
    public Keyframe {
        if (frame > MAX_FRAME || frame < -MAX_FRAME) {
            throw new IllegalArgumentException("a keyframe lies within " + MAX_FRAME + " frames of its clip, not at " + frame);
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the value of a keyframe is a finite number, not " + value);
        }
        // Adding zero turns -0.0 into 0.0, which record equality would otherwise tell apart.
        value += 0.0;
    }
}
