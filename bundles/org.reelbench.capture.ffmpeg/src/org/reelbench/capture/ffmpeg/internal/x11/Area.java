package org.reelbench.capture.ffmpeg.internal.x11;

/**
 * A rectangle of a screen.
 *
 * @param xPx its left edge
 * @param yPx its upper edge
 * @param widthPx its width
 * @param heightPx its height
 */
public record Area(int xPx, int yPx, int widthPx, int heightPx) {

    /**
     * Returns what two rectangles share.
     *
     * @param other the other one
     * @return the shared part, of no width or height where there is none
     */
    public Area within(Area other) {
        int left = Math.max(xPx, other.xPx);
        int top = Math.max(yPx, other.yPx);
        int right = Math.min(xPx + widthPx, other.xPx + other.widthPx);
        int bottom = Math.min(yPx + heightPx, other.yPx + other.heightPx);
        return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /**
     * Tells whether it has no pixel.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return widthPx <= 0 || heightPx <= 0;
    }
}
