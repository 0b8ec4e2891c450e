package org.reelbench.timeline;

/**
 * An item of a track and where it lies.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param index the item's index among the track's items, counted from zero
 * @param startFrame the frame at which it begins
 * @param item the item
 */
public record Located(int index, long startFrame, Item item) {

    /**
     * Returns where the item ends.
     *
     * @return the first frame after it
     */
    public long endFrame() {
        return startFrame + item.durationFrames();
    }
}
