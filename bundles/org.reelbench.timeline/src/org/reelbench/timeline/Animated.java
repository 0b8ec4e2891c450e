package org.reelbench.timeline;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The properties of a clip that a {@link Curve} can animate, by name, and the values each can have.
 * <p>
 * Without state, safe for every thread.
 */
public final class Animated {

    /** How much of what lies below is covered, see {@link Clip#opacity}. */
    public static final String OPACITY = "opacity";

    /** How loud, in decibels, see {@link Clip#gainDb}. */
    public static final String GAIN_DB = "gainDb";

    /** Where between left and right, see {@link Clip#pan}. */
    public static final String PAN = "pan";

    /** How far to the right, see {@link Transform#xPx}. */
    public static final String X_PX = "xPx";

    /** How far down, see {@link Transform#yPx}. */
    public static final String Y_PX = "yPx";

    /** The size, see {@link Transform#scale}. */
    public static final String SCALE = "scale";

    /** The turn, see {@link Transform#rotationDegrees}. */
    public static final String ROTATION_DEGREES = "rotationDegrees";

    /** Where in the width of the picture its anchor lies, see {@link Transform#anchorX}. */
    public static final String ANCHOR_X = "anchorX";

    /** Where in the height of the picture its anchor lies, see {@link Transform#anchorY}. */
    public static final String ANCHOR_Y = "anchorY";

    /** How much is cut away at the left, see {@link Crop#leftPx}. */
    public static final String CROP_LEFT_PX = "cropLeftPx";

    /** How much is cut away at the top, see {@link Crop#topPx}. */
    public static final String CROP_TOP_PX = "cropTopPx";

    /** How much is cut away at the right, see {@link Crop#rightPx}. */
    public static final String CROP_RIGHT_PX = "cropRightPx";

    /** How much is cut away at the bottom, see {@link Crop#bottomPx}. */
    public static final String CROP_BOTTOM_PX = "cropBottomPx";

    /** All of them, in the order of their names. */
    public static final List<String> NAMES = List.of(ANCHOR_X, ANCHOR_Y, CROP_BOTTOM_PX, CROP_LEFT_PX, CROP_RIGHT_PX, CROP_TOP_PX,
            GAIN_DB, OPACITY, PAN, ROTATION_DEGREES, SCALE, X_PX, Y_PX);

    /** Those that are heard, in the order of their names; all others are seen. */
    public static final List<String> HEARD = List.of(GAIN_DB, PAN);

    private Animated() {
    }

    /**
     * Returns the least value of a property.
     *
     * @param name the property's name
     * @return the least value; a curve that overshoots counts as this
     * @throws IllegalArgumentException if there is no such property
     */
    public static double least(String name) {
        return switch (name) {
        case OPACITY, CROP_LEFT_PX, CROP_TOP_PX, CROP_RIGHT_PX, CROP_BOTTOM_PX -> 0;
        case GAIN_DB -> Clip.MIN_GAIN_DB;
        case PAN -> -1;
        case SCALE -> Double.MIN_NORMAL;
        case X_PX, Y_PX, ROTATION_DEGREES, ANCHOR_X, ANCHOR_Y -> -Double.MAX_VALUE;
        default -> throw unknown(name);
        };
    }

    /**
     * Returns the greatest value of a property.
     *
     * @param name the property's name
     * @return the greatest value; a curve that overshoots counts as this
     * @throws IllegalArgumentException if there is no such property
     */
    public static double greatest(String name) {
        return switch (name) {
        case OPACITY, PAN -> 1;
        case GAIN_DB -> Clip.MAX_GAIN_DB;
        case CROP_LEFT_PX, CROP_TOP_PX, CROP_RIGHT_PX, CROP_BOTTOM_PX -> Crop.MAX_PX;
        case SCALE, X_PX, Y_PX, ROTATION_DEGREES, ANCHOR_X, ANCHOR_Y -> Double.MAX_VALUE;
        default -> throw unknown(name);
        };
    }

    /** Returns an unmodifiable copy of the curves of a clip, once all their names and values are known to be good. */
    static SortedMap<String, Curve> checked(Id clip, SortedMap<String, Curve> curves) {
        if (curves.isEmpty()) {
            return Collections.emptySortedMap();
        }
        TreeMap<String, Curve> copy = new TreeMap<>();
        curves.forEach((name, curve) -> {
            for (Keyframe keyframe : curve.keyframes()) {
                if (keyframe.value() < least(name) || keyframe.value() > greatest(name)) {
                    throw new IllegalArgumentException("clip " + clip + " has a keyframe at its frame " + keyframe.frame()
                            + " at which " + name + " would be " + keyframe.value() + ", out of its range");
                }
            }
            copy.put(name, curve);
        });
        return Collections.unmodifiableSortedMap(copy);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("'" + name + "' is not a property that can be animated: " + String.join(", ", NAMES));
    }
}
