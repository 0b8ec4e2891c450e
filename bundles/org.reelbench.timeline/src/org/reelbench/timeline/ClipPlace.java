package org.reelbench.timeline;

/**
 * A clip and where in a sequence it lies.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param track the track that holds it
 * @param index its index among the track's items, counted from zero
 * @param startFrame the frame at which it begins
 * @param clip the clip
 */
public record ClipPlace(Track track, int index, long startFrame, Clip clip) {

    /**
     * Returns where the clip ends.
     *
     * @return the first frame after it
     */
    public long endFrame() {
        return startFrame + clip.durationFrames();
    }
}
