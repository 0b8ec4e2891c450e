package org.reelbench.timeline;

/**
 * How much of the source picture is cut away at each edge, before it is scaled; parts of pixels are allowed.
 * <p>
 * Immutable, safe for every thread. Equal crops are equal records: −0.0 is stored as 0.0. The size of the source is not known
 * here; the renderer treats a crop that leaves nothing as an empty picture.
 *
 * @param leftPx pixels cut away at the left, not negative
 * @param topPx pixels cut away at the top, not negative
 * @param rightPx pixels cut away at the right, not negative
 * @param bottomPx pixels cut away at the bottom, not negative
 */
public record Crop(double leftPx, double topPx, double rightPx, double bottomPx) {

    /** The most that is cut away at an edge, in pixels. */
    public static final double MAX_PX = Integer.MAX_VALUE;

    /** Nothing is cut away. */
    public static final Crop NONE = new Crop(0, 0, 0, 0);

    /**
     * Creates a crop.
     *
     * @throws IllegalArgumentException if an edge is not from 0 to {@link #MAX_PX}
     */
    public Crop {
        if (!(isEdge(leftPx) && isEdge(topPx) && isEdge(rightPx) && isEdge(bottomPx))) {
            throw new IllegalArgumentException("a crop lies between 0 and " + (long) MAX_PX + " pixels at each edge: " + leftPx
                    + ", " + topPx + ", " + rightPx + ", " + bottomPx);
        }
        // Adding zero turns -0.0 into 0.0, which record equality would otherwise tell apart.
        leftPx += 0.0;
        topPx += 0.0;
        rightPx += 0.0;
        bottomPx += 0.0;
    }

    /**
     * Returns this crop with one edge changed.
     *
     * @param property which one, by the name under which it can be animated, see {@link Animated}
     * @param px what is cut away there, from 0 to {@link #MAX_PX}
     * @return the crop
     * @throws IllegalArgumentException if it is no edge or out of range
     */
    public Crop with(String property, double px) {
        return switch (property) {
        case Animated.CROP_LEFT_PX -> new Crop(px, topPx, rightPx, bottomPx);
        case Animated.CROP_TOP_PX -> new Crop(leftPx, px, rightPx, bottomPx);
        case Animated.CROP_RIGHT_PX -> new Crop(leftPx, topPx, px, bottomPx);
        case Animated.CROP_BOTTOM_PX -> new Crop(leftPx, topPx, rightPx, px);
        default -> throw new IllegalArgumentException("'" + property + "' is no edge of a picture");
        };
    }

    private static boolean isEdge(double px) {
        return px >= 0 && px <= MAX_PX;
    }
}
