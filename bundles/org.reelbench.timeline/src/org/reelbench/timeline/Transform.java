package org.reelbench.timeline;

/**
 * Where on the canvas a clip's picture lies: the source is fitted into the canvas with its aspect kept, then scaled, turned
 * clockwise and moved. All three hold on to one point of the picture, its anchor.
 * <p>
 * Immutable, safe for every thread. Equal placements are equal records: −0.0 is stored as 0.0.
 *
 * @param xPx how far the picture's anchor lies to the right of the canvas centre, in canvas pixels
 * @param yPx how far the picture's anchor lies below the canvas centre, in canvas pixels
 * @param scale the size as a factor of the fitted size, above zero; 1 fits
 * @param rotationDegrees the turn about the picture's anchor, clockwise
 * @param anchorX where in the picture the anchor lies, as a part of its width: 0 at its left edge, 0.5 in its middle, 1 at its
 *            right edge; may lie outside. What the crop cuts away counts, so that cropping moves nothing
 * @param anchorY where in the picture the anchor lies, as a part of its height: 0 at its top edge, 1 at its bottom edge
 * @param crop what is cut away from the source before it is fitted
 */
public record Transform(double xPx, double yPx, double scale, double rotationDegrees, double anchorX, double anchorY, Crop crop) {

    /** The anchor in the middle of a side. */
    public static final double MIDDLE = 0.5;

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
        if (!Double.isFinite(anchorX) || !Double.isFinite(anchorY)) {
            throw new IllegalArgumentException("an anchor lies at finite numbers: " + anchorX + ", " + anchorY);
        }
        if (!Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException("a scale is a number above zero, not " + scale);
        }
        // Adding zero turns -0.0 into 0.0, which record equality would otherwise tell apart.
        xPx += 0.0;
        yPx += 0.0;
        rotationDegrees += 0.0;
        anchorX += 0.0;
        anchorY += 0.0;
    }

    /**
     * Creates a transform that holds on to the middle of the picture.
     *
     * @param xPx how far the picture's middle lies to the right of the canvas centre, in canvas pixels
     * @param yPx how far the picture's middle lies below the canvas centre, in canvas pixels
     * @param scale the size as a factor of the fitted size, above zero; 1 fits
     * @param rotationDegrees the turn about the picture's middle, clockwise
     * @param crop what is cut away from the source before it is fitted
     * @throws IllegalArgumentException if a number is not finite or the scale is not above zero
     */
    public Transform(double xPx, double yPx, double scale, double rotationDegrees, Crop crop) {
        this(xPx, yPx, scale, rotationDegrees, MIDDLE, MIDDLE, crop);
    }

    /**
     * Returns this transform with one of its numbers changed.
     *
     * @param property which one, by the name under which it can be animated, see {@link Animated}
     * @param value what it is from now on
     * @return the transform
     * @throws IllegalArgumentException if a transform has no such number or the value is out of its range
     */
    public Transform with(String property, double value) {
        return switch (property) {
        case Animated.X_PX -> new Transform(value, yPx, scale, rotationDegrees, anchorX, anchorY, crop);
        case Animated.Y_PX -> new Transform(xPx, value, scale, rotationDegrees, anchorX, anchorY, crop);
        case Animated.SCALE -> new Transform(xPx, yPx, value, rotationDegrees, anchorX, anchorY, crop);
        case Animated.ROTATION_DEGREES -> new Transform(xPx, yPx, scale, value, anchorX, anchorY, crop);
        case Animated.ANCHOR_X -> new Transform(xPx, yPx, scale, rotationDegrees, value, anchorY, crop);
        case Animated.ANCHOR_Y -> new Transform(xPx, yPx, scale, rotationDegrees, anchorX, value, crop);
        default -> withCrop(crop.with(property, value));
        };
    }

    /**
     * Returns this transform with another crop.
     *
     * @param newCrop what is cut away from the source
     * @return the transform
     */
    public Transform withCrop(Crop newCrop) {
        return new Transform(xPx, yPx, scale, rotationDegrees, anchorX, anchorY, newCrop);
    }
}
