package org.reelbench.timeline;

/**
 * A stretch of frames of a sequence from an in point, inclusive, to an out point, exclusive.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param inFrame the first frame, not negative
 * @param outFrame the first frame after it, above the in point: a range holds at least one frame
 */
public record FrameRange(long inFrame, long outFrame) {

    /**
     * Creates a range.
     *
     * @throws IllegalArgumentException if the in point is negative or not before the out point
     */
    public FrameRange {
        if (inFrame < 0 || outFrame <= inFrame) {
            throw new IllegalArgumentException("no range of frames: " + inFrame + " to " + outFrame);
        }
    }

    /**
     * Returns the length.
     *
     * @return the number of frames, above zero
     */
    public long durationFrames() {
        return outFrame - inFrame;
    }

    /**
     * Tells whether a frame lies inside.
     *
     * @param frame the frame
     * @return true from the in point to just before the out point
     */
    public boolean contains(long frame) {
        return frame >= inFrame && frame < outFrame;
    }
}
