package org.reelbench.media.ffmpeg.internal.paint;

import org.reelbench.media.Placement;

/**
 * Where a picture lies on the canvas, in parts of pixels.
 *
 * @param cropX the left side of what is used of the picture, in its pixels
 * @param cropY the upper side
 * @param cropWidth the width of what is used, above 0
 * @param cropHeight its height
 * @param centreX the middle of the rectangle on the canvas
 * @param centreY likewise
 * @param width the width of the rectangle
 * @param height its height
 * @param quarters how many quarter turns the picture is turned clockwise first, 0 to 3
 * @param radians how far it is turned clockwise after that; 0 for not at all
 */
record Place(double cropX, double cropY, double cropWidth, double cropHeight, double centreX, double centreY, double width,
        double height, int quarters, double radians) {

    private static final double QUARTER_DEGREES = 90;
    private static final int FULL_TURN_QUARTERS = 4;
    /** Angles nearer than this to a right angle are one: less than a tenth of a pixel on the largest canvas. */
    private static final double RIGHT_ANGLE_TOLERANCE_DEGREES = 1e-4;
    /** At least so much of a picture is used, whatever the crop. */
    private static final double LEAST_PX = 1e-3;

    /**
     * Computes a place.
     *
     * @param placement where the picture lies
     * @param inputWidth the width of the picture that the crop counts in
     * @param inputHeight its height
     * @param width the width of the picture that is painted
     * @param height its height
     * @return the place in the picture that is painted, turned by quarters
     */
    static Place of(Placement placement, int inputWidth, int inputHeight, int width, int height) {
        double perX = (double) width / inputWidth;
        double perY = (double) height / inputHeight;
        double left = Math.min(placement.cropLeftPx() * perX, width - LEAST_PX);
        double top = Math.min(placement.cropTopPx() * perY, height - LEAST_PX);
        double usedWidth = Math.max(LEAST_PX, width - left - placement.cropRightPx() * perX);
        double usedHeight = Math.max(LEAST_PX, height - top - placement.cropBottomPx() * perY);
        double centreX = placement.leftPx() + placement.widthPx() / 2;
        double centreY = placement.topPx() + placement.heightPx() / 2;
        double quarters = Math.rint(placement.rotationDegrees() / QUARTER_DEGREES);
        double beyond = placement.rotationDegrees() - quarters * QUARTER_DEGREES;
        double radians = Math.abs(beyond) <= RIGHT_ANGLE_TOLERANCE_DEGREES ? 0 : Math.toRadians(beyond);
        int turn = Math.floorMod((long) quarters, FULL_TURN_QUARTERS);
        double right = width - left - usedWidth;
        double bottom = height - top - usedHeight;
        return switch (turn) {
        case 1 ->
            new Place(bottom, left, usedHeight, usedWidth, centreX, centreY, placement.heightPx(), placement.widthPx(), turn,
                    radians);
        case 2 -> new Place(right, bottom, usedWidth, usedHeight, centreX, centreY, placement.widthPx(), placement.heightPx(),
                turn, radians);
        case 3 -> new Place(top, right, usedHeight, usedWidth, centreX, centreY, placement.heightPx(), placement.widthPx(), turn,
                radians);
        default -> new Place(left, top, usedWidth, usedHeight, centreX, centreY, placement.widthPx(), placement.heightPx(), 0,
                radians);
        };
    }

    /** Returns the part of a canvas on which the picture can be seen. */
    Target target(int canvasWidth, int canvasHeight, int shift) {
        double cosine = Math.abs(Math.cos(radians));
        double sine = Math.abs(Math.sin(radians));
        double halfWidth = (width * cosine + height * sine) / 2;
        double halfHeight = (width * sine + height * cosine) / 2;
        // Half a pixel more where it is turned: there a side is soft over a whole pixel.
        double soft = radians == 0 ? 0 : 1;
        int left = (int) Math.clamp(Math.floor(centreX - halfWidth - soft), 0, canvasWidth) >> shift << shift;
        int top = (int) Math.clamp(Math.floor(centreY - halfHeight - soft), 0, canvasHeight) >> shift << shift;
        int even = (1 << shift) - 1;
        int right = (int) Math.clamp(Math.ceil(centreX + halfWidth + soft), 0, canvasWidth) + even >> shift << shift;
        int bottom = (int) Math.clamp(Math.ceil(centreY + halfHeight + soft), 0, canvasHeight) + even >> shift << shift;
        return new Target(left, top, right - left, bottom - top, shift);
    }

    /** How many pixels of the picture lie on a pixel of the canvas, along a row of the picture. */
    double perPixelX() {
        return cropWidth / width;
    }

    /** The same down a column. */
    double perPixelY() {
        return cropHeight / height;
    }
}
