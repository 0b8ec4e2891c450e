package org.reelbench.sketches;

/**
 * A small picture, upright, with square pixels.
 * <p>
 * Not changed once made, safe for every thread. Fits into a box of {@value #MOST_WIDTH_PX} by {@value #MOST_HEIGHT_PX} pixels.
 *
 * @param widthPx its width, above 0
 * @param heightPx its height, above 0
 * @param bgr 8 bit blue, green, red in this order, row after row, without padding; not to be changed
 */
public record Thumbnail(int widthPx, int heightPx, byte[] bgr) {

    /** The greatest width. */
    public static final int MOST_WIDTH_PX = 160;
    /** The greatest height. */
    public static final int MOST_HEIGHT_PX = 90;
    /** Bytes a pixel. */
    public static final int PIXEL_BYTES = 3;

    /**
     * Creates a thumbnail.
     *
     * @throws IllegalArgumentException if there are not as many bytes as pixels take, or a side is not above 0 or too long
     */
    public Thumbnail {
        if (widthPx <= 0 || heightPx <= 0 || widthPx > MOST_WIDTH_PX || heightPx > MOST_HEIGHT_PX
                || bgr.length != widthPx * heightPx * PIXEL_BYTES) {
            throw new IllegalArgumentException("no thumbnail is " + widthPx + "x" + heightPx + " with " + bgr.length + " bytes");
        }
    }
}
