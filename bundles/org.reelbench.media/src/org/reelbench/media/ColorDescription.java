package org.reelbench.media;

/**
 * What the numbers of a picture mean: which matrix made luma and chroma, and which range they fill.
 * <p>
 * Immutable. A source that does not say is taken as players take it: see {@link #guessed}.
 *
 * @param matrix the luma and chroma matrix
 * @param range the range of the numbers
 */
public record ColorDescription(Matrix matrix, Range range) {

    /** BT.709 in limited range: HD video, and every sequence of this version. */
    public static final ColorDescription BT709_LIMITED = new ColorDescription(Matrix.BT709, Range.LIMITED);

    /** How luma and chroma were computed from red, green and blue. */
    public enum Matrix {
        /** ITU-R BT.601: standard definition. */
        BT601,
        /** ITU-R BT.709: high definition. */
        BT709,
        /** ITU-R BT.2020, non-constant luminance: ultra high definition. */
        BT2020,
        /** Red, green and blue themselves. */
        RGB
    }

    /** Which numbers mean black and white. */
    public enum Range {
        /** 16 to 235 at 8 bit (chroma to 240). */
        LIMITED,
        /** 0 to 255 at 8 bit. */
        FULL
    }

    /**
     * Returns what an untagged YUV picture most likely is: BT.601 up to 576 lines, else BT.709, limited range.
     *
     * @param heightPx the picture's height
     * @return the likely description
     */
    public static ColorDescription guessed(int heightPx) {
        return new ColorDescription(heightPx <= 576 ? Matrix.BT601 : Matrix.BT709, Range.LIMITED);
    }
}
