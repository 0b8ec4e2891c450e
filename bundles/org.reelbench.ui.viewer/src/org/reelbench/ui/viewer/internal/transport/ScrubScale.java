package org.reelbench.ui.viewer.internal.transport;

/**
 * Which place of a strip stands for which frame: its left side for the first one, its right side for the end.
 *
 * @param widthPx how wide the strip is, above 0
 * @param durationFrames how many frames it stands for, 0 or more
 */
public record ScrubScale(int widthPx, long durationFrames) {

    /**
     * Returns the frame at a place.
     *
     * @param x how far from the left side; may lie outside
     * @return the nearest frame, from 0 to the last one
     */
    public long frameAt(int x) {
        long frame = Math.floorDiv(Math.clamp(x, 0, widthPx) * durationFrames, widthPx);
        return Math.clamp(frame, 0, Math.max(0, durationFrames - 1));
    }

    /**
     * Returns where a frame begins.
     *
     * @param frame the frame, from 0 to the end
     * @return how far from the left side
     */
    public int xOf(long frame) {
        return durationFrames == 0 ? 0 : (int) Math.ceilDiv(Math.clamp(frame, 0, durationFrames) * widthPx, durationFrames);
    }
}
