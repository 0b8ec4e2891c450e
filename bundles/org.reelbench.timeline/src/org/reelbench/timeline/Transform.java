package org.reelbench.timeline;

/**
 * Where on the canvas a clip's picture lies: the source is fitted into the canvas with its aspect kept, then scaled, turned
 * clockwise and moved.
 * <p>
 * Immutable, safe for every thread. Equal placements are equal records: −0.0 is stored as 0.0.
 *
 * @param xPx how far the picture's centre lies to the right of the canvas centre, in canvas pixels
 * @param yPx how far the picture's centre lies below the canvas centre, in canvas pixels
 * @param scale the size as a factor of the fitted size, above zero; 1 fits
 * @param rotationDegrees the turn about the picture's centre, clockwise
 * @param crop what is cut away from the source before it is fitted
 */
public record Transform(double xPx, double yPx, double scale, double rotationDegrees, Crop crop) {

    /** The whole source, fitted and centred. */
    public static final Transform IDENTITY = new Transform(0, 0, 1, 0, Crop.NONE);

    /**
     * Creates a transform.
     *
     * @throws IllegalArgumentException if a number is not finite or the scale is not above zero
     */
    public Transform {
        if (!Double.isFinite(xPx) || !Double.isFinite(yPx) || !Double.isFinite(rotationDegrees)) {
            throw new IllegalArgumentException(
                    "position and rotation are finite numbers: " + xPx + ", " + yPx + ", " + rotationDegrees);
        }
        if (!Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException("a scale is a number above zero, not " + scale);
        }
        // Adding zero turns -0.0 into 0.0, which record equality would otherwise tell apart.
        xPx += 0.0;
        yPx += 0.0;
        rotationDegrees += 0.0;
    }
}
