package org.reelbench.media;

import java.util.regex.Pattern;

import org.reelbench.media.ColorDescription.Range;

/**
 * A colour to paint with: what people write as {@code #rrggbb}, in the primaries and the transfer of the picture it goes into.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record PaintColor(int red, int green, int blue) {

    /** White. */
    public static final PaintColor WHITE = new PaintColor(255, 255, 255);

    /** Black. */
    public static final PaintColor BLACK = new PaintColor(0, 0, 0);

    private static final Pattern TEXT = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MOST = 255;

    /**
     * Creates a colour.
     *
     * @throws IllegalArgumentException if a part is not 0 to 255
     */
    public PaintColor {
        if (red < 0 || red > MOST || green < 0 || green > MOST || blue < 0 || blue > MOST) {
            throw new IllegalArgumentException("the parts of a colour are 0 to 255, not " + red + ", " + green + ", " + blue);
        }
    }

    /**
     * Reads a colour.
     *
     * @param text the colour as {@code #rrggbb}
     * @return the colour
     * @throws IllegalArgumentException if the text is no such colour
     */
    public static PaintColor parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a colour such as #ff8000");
        }
        int rgb = Integer.parseInt(text.substring(1), 16);
        return new PaintColor(rgb >> 16 & MOST, rgb >> 8 & MOST, rgb & MOST);
    }

    /**
     * Returns the 8 bit samples of the colour in a picture.
     *
     * @param format the picture's format, any but {@link PixelFormat#NATIVE}
     * @return one sample for each plane of a planar format, alpha opaque; the four bytes of a pixel in their order for a packed
     *         one
     * @throws IllegalArgumentException if the format is native
     */
    public int[] samples(PictureFormat format) {
        return switch (format.pixelFormat()) {
        case BGRA -> new int[] { blue, green, red, MOST };
        case RGBA -> new int[] { red, green, blue, MOST };
        case NATIVE -> throw new IllegalArgumentException("a picture of the library's own format cannot be painted");
        default -> planar(format.color());
        };
    }

    /** The formulas of ITU-R BT.601, BT.709 and BT.2020; what is said to be red, green and blue has no luma of its own. */
    private int[] planar(ColorDescription color) {
        double ofRed = switch (color.matrix()) {
        case BT601 -> 0.299;
        case BT709, RGB -> 0.2126;
        case BT2020 -> 0.2627;
        };
        double ofBlue = switch (color.matrix()) {
        case BT601 -> 0.114;
        case BT709, RGB -> 0.0722;
        case BT2020 -> 0.0593;
        };
        boolean full = color.range() == Range.FULL;
        double luma = ofRed * red + (1 - ofRed - ofBlue) * green + ofBlue * blue;
        double chroma = full ? 1 : 224.0 / 255;
        return new int[] { sample(full ? luma : 16 + luma * 219 / 255), sample(128 + (blue - luma) / (2 - 2 * ofBlue) * chroma),
                sample(128 + (red - luma) / (2 - 2 * ofRed) * chroma), MOST };
    }

    private static int sample(double value) {
        return Math.clamp(Math.round(value), 0, MOST);
    }
}
