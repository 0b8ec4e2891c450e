package org.reelbench.interchange;

/**
 * The size of a picture. Immutable, safe for every thread.
 *
 * @param widthPx the width, above zero
 * @param heightPx the height, above zero
 */
public record CanvasSize(int widthPx, int heightPx) {

    /**
     * Creates a size.
     *
     * @throws IllegalArgumentException if a side is not above zero
     */
    public CanvasSize {
        if (widthPx < 1 || heightPx < 1) {
            throw new IllegalArgumentException("a picture is at least one pixel in size, not " + widthPx + "x" + heightPx);
        }
    }
}
