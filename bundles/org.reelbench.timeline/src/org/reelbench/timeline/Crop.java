package org.reelbench.timeline;

/**
 * How much of the source picture is cut away at each edge, before it is scaled.
 * <p>
 * Immutable, safe for every thread. The size of the source is not known here; the renderer treats a crop that leaves nothing as
 * an empty picture.
 *
 * @param leftPx pixels cut away at the left, not negative
 * @param topPx pixels cut away at the top, not negative
 * @param rightPx pixels cut away at the right, not negative
 * @param bottomPx pixels cut away at the bottom, not negative
 */
public record Crop(int leftPx, int topPx, int rightPx, int bottomPx) {

    /** Nothing is cut away. */
    public static final Crop NONE = new Crop(0, 0, 0, 0);

    /**
     * Creates a crop.
     *
     * @throws IllegalArgumentException if an edge is negative
     */
    public Crop {
        if (leftPx < 0 || topPx < 0 || rightPx < 0 || bottomPx < 0) {
            throw new IllegalArgumentException(
                    "a crop is not negative: " + leftPx + ", " + topPx + ", " + rightPx + ", " + bottomPx);
        }
    }
}
