package org.reelbench.media;

import java.util.stream.DoubleStream;

/**
 * Where a layer's picture lies on the canvas. The crop is taken first, what is left is scaled to the rectangle, the rectangle
 * is turned about its centre.
 * <p>
 * Parts of pixels count: sides that lie between pixels are soft there. Whole numbers and quarter turns are the cheap case.
 *
 * @param cropLeftPx columns of the source left out on the left, 0 or more
 * @param cropTopPx rows left out at the top
 * @param cropRightPx columns left out on the right
 * @param cropBottomPx rows left out at the bottom
 * @param leftPx the rectangle's left side on the canvas before turning
 * @param topPx the rectangle's upper side
 * @param widthPx the rectangle's width, above 0
 * @param heightPx the rectangle's height, above 0
 * @param rotationDegrees how far the rectangle is turned, clockwise
 */
public record Placement(double cropLeftPx, double cropTopPx, double cropRightPx, double cropBottomPx, double leftPx, double topPx,
        double widthPx, double heightPx, double rotationDegrees) {

    private static final double QUARTER_DEGREES = 90;
    /** Angles nearer than this to a right angle are one: less than a tenth of a pixel on the largest canvas. */
    private static final double TOLERANCE_DEGREES = 1e-4;
    /** Less than a step of 8 bits on the hardest edge. */
    private static final double TOLERANCE_PX = 1e-3;

    /**
     * Creates a placement.
     *
     * @throws IllegalArgumentException if a crop is negative, the rectangle is empty or a number is not finite
     */
    public Placement {
        if (!(cropLeftPx >= 0 && cropTopPx >= 0 && cropRightPx >= 0 && cropBottomPx >= 0)) {
            throw new IllegalArgumentException("a crop is not negative");
        }
        if (!(widthPx > 0 && heightPx > 0)) {
            throw new IllegalArgumentException("a layer is not " + widthPx + "x" + heightPx);
        }
        if (!Double.isFinite(cropLeftPx + cropTopPx + cropRightPx + cropBottomPx + leftPx + topPx + widthPx + heightPx
                + rotationDegrees)) {
            throw new IllegalArgumentException("a placement is made of finite numbers");
        }
    }

    /**
     * Tells whether the picture lies on whole pixels and is turned by right angles only.
     *
     * @return false if parts of pixels count, in the crop too
     */
    public boolean isOnPixels() {
        long quarters = Math.round(rotationDegrees / QUARTER_DEGREES);
        double beside = quarters % 2 == 0 ? 0 : (widthPx - heightPx) / 2;
        return Math.abs(rotationDegrees - quarters * QUARTER_DEGREES) <= TOLERANCE_DEGREES && widthPx >= 1 && heightPx >= 1
                && DoubleStream.of(cropLeftPx, cropTopPx, cropRightPx, cropBottomPx, widthPx, heightPx, leftPx + beside,
                        topPx - beside).allMatch(
                                px -> Math.abs(px - Math.rint(px)) <= TOLERANCE_PX
                                        && Math.abs(px) <= Integer.MAX_VALUE);
    }

    /**
     * Returns the placement that fills a rectangle, without crop and turn.
     *
     * @param leftPx the left side
     * @param topPx the upper side
     * @param widthPx the width
     * @param heightPx the height
     * @return the placement
     */
    public static Placement at(double leftPx, double topPx, double widthPx, double heightPx) {
        return new Placement(0, 0, 0, 0, leftPx, topPx, widthPx, heightPx, 0);
    }
}
