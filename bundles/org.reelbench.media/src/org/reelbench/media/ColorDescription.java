package org.reelbench.media;

/**
 * What the numbers of a picture mean: which matrix made luma and chroma, which range they fill, which colours red, green and blue
 * are, and how much light a number stands for.
 * <p>
 * Immutable. A source that does not say is taken as players take it: see {@link #guessed}.
 *
 * @param matrix the luma and chroma matrix
 * @param range the range of the numbers
 * @param primaries the colours of red, green and blue
 * @param transfer how much light a number stands for
 */
public record ColorDescription(Matrix matrix, Range range, Primaries primaries, Transfer transfer) {

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

    /** The colours of red, green and blue. White is D65 for all of them. */
    public enum Primaries {
        /** ITU-R BT.709: high definition, and sRGB. */
        BT709,
        /** ITU-R BT.601 with 525 lines, the same as SMPTE C. */
        BT601_525,
        /** ITU-R BT.601 with 625 lines, the same as EBU. */
        BT601_625,
        /** ITU-R BT.2020: ultra high definition. */
        BT2020,
        /** Display P3. */
        P3
    }

    /** How much light a number stands for. */
    public enum Transfer {
        /** As screens of standard dynamic range show it: BT.601, BT.709, BT.2020, sRGB. */
        SDR,
        /** Hybrid log-gamma of ITU-R BT.2100. */
        HLG,
        /** Perceptual quantisation of ITU-R BT.2100. */
        PQ
    }

    /**
     * Creates the description of a picture whose primaries are those of BT.709, or not known, in standard dynamic range.
     *
     * @param matrix the luma and chroma matrix
     * @param range the range of the numbers
     */
    public ColorDescription(Matrix matrix, Range range) {
        this(matrix, range, Primaries.BT709, Transfer.SDR);
    }

    /**
     * Tells whether red, green and blue of two descriptions mean the same light, however they are coded.
     *
     * @param other the other description
     * @return true if primaries and transfer are the same
     */
    public boolean meansLightOf(ColorDescription other) {
        return primaries == other.primaries && transfer == other.transfer;
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
