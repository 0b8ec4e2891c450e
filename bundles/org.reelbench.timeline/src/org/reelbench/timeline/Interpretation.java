package org.reelbench.timeline;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/**
 * How a medium is to be understood where it says nothing about itself, or something wrong.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param rotationDegrees how far its pictures are turned clockwise to stand upright: 0, 90, 180 or 270; null for what the medium
 *            says
 * @param pixelAspect the width of a pixel divided by its height, above zero; null for what the medium says
 * @param fieldOrder which lines of a picture come first
 * @param color what its colours are
 * @param range which numbers stand for black and white
 * @param frameRate how many of its pictures are shown in a second in place of its own rate, and its sound faster, and higher, or
 *            slower with them; source times are counted after that. Nothing to media without pictures. Null for what the medium
 *            says
 * @param alpha whether its colours were multiplied by alpha
 */
public record Interpretation(@Nullable Integer rotationDegrees, @Nullable Rational pixelAspect, FieldOrder fieldOrder,
        Color color,
        Range range, @Nullable FrameRate frameRate, Alpha alpha) {

    /** All as the medium says. */
    public static final Interpretation AUTO = new Interpretation(null, null, FieldOrder.AUTO, Color.AUTO, Range.AUTO, null,
            Alpha.AUTO);

    private static final int QUARTER_DEGREES = 90;
    private static final int TURN_DEGREES = 360;

    /** Which lines of a picture come first. */
    public enum FieldOrder {
        /** What the medium says. */
        AUTO,
        /** All lines are of one moment. */
        PROGRESSIVE,
        /** The first, third, … line come first. */
        TOP_FIRST,
        /** The second, fourth, … line come first. */
        BOTTOM_FIRST
    }

    /** What the numbers of a picture mean as colours. */
    public enum Color {
        /** What the medium says. */
        AUTO,
        /** ITU-R BT.601, as on old television and DVD. */
        BT601,
        /** ITU-R BT.709, as on HD television. */
        BT709,
        /** ITU-R BT.2020 with the transfer of BT.709. */
        BT2020,
        /** ITU-R BT.2100 with hybrid log-gamma. */
        HLG,
        /** ITU-R BT.2100 with perceptual quantisation. */
        PQ
    }

    /** Which numbers stand for black and white. */
    public enum Range {
        /** What the medium says. */
        AUTO,
        /** 16 and 235 of 255. */
        LIMITED,
        /** 0 and 255 of 255. */
        FULL
    }

    /** Whether the colours of pictures that are transparent in parts were multiplied by their alpha. */
    public enum Alpha {
        /** What the medium says; if it says nothing, straight. */
        AUTO,
        /** They were not: they are what would be seen if nothing shone through. */
        STRAIGHT,
        /** They were: what is transparent is black. */
        PREMULTIPLIED
    }

    /**
     * Creates an interpretation that takes alpha as the medium does.
     *
     * @param rotationDegrees how far its pictures are turned clockwise, or null
     * @param pixelAspect the width of a pixel divided by its height, or null
     * @param fieldOrder which lines of a picture come first
     * @param color what its colours are
     * @param range which numbers stand for black and white
     * @param frameRate how many of its pictures are shown in a second, or null
     * @throws IllegalArgumentException if the rotation is no quarter turn or the pixel aspect not above zero
     */
    public Interpretation(@Nullable Integer rotationDegrees, @Nullable Rational pixelAspect, FieldOrder fieldOrder, Color color,
            Range range, @Nullable FrameRate frameRate) {
        this(rotationDegrees, pixelAspect, fieldOrder, color, range, frameRate, Alpha.AUTO);
    }

    /**
     * Creates an interpretation.
     *
     * @throws IllegalArgumentException if the rotation is no quarter turn or the pixel aspect not above zero
     */
    public Interpretation {
        if (rotationDegrees != null && (rotationDegrees < 0 || rotationDegrees >= TURN_DEGREES
                || rotationDegrees % QUARTER_DEGREES != 0)) {
            throw new IllegalArgumentException("pictures are turned by 0, 90, 180 or 270 degrees, not by " + rotationDegrees);
        }
        if (pixelAspect != null && pixelAspect.signum() <= 0) {
            throw new IllegalArgumentException("a pixel aspect is above zero, not " + pixelAspect);
        }
    }

    /**
     * Tells whether all is as the medium says.
     *
     * @return false if something stands in place of it
     */
    public boolean isAuto() {
        return equals(AUTO);
    }
}
