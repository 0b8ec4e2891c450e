package org.reelbench.media;

import org.reelbench.time.FrameRate;

/**
 * The picture a composition fills: its size, rate and colour, and what is seen where no layer is.
 *
 * @param widthPx the width, above 0, even unless the canvas is transparent
 * @param heightPx the height, likewise
 * @param rate how often a picture is composed
 * @param color what the composed numbers mean
 * @param transparent whether nothing is seen where no layer is, instead of black
 */
public record Canvas(int widthPx, int heightPx, FrameRate rate, ColorDescription color, boolean transparent) {

    /**
     * Creates a canvas.
     *
     * @throws IllegalArgumentException if a side is not above 0, or odd on a canvas that is not transparent
     */
    public Canvas {
        if (widthPx <= 0 || heightPx <= 0 || !transparent && (widthPx % 2 != 0 || heightPx % 2 != 0)) {
            throw new IllegalArgumentException("the sides of a canvas are even numbers above 0, not " + widthPx + "x" + heightPx);
        }
    }

    /**
     * Creates a canvas that is black where no layer is.
     *
     * @param widthPx the width, even, above 0
     * @param heightPx the height, even, above 0
     * @param rate how often a picture is composed
     * @param color what the composed numbers mean
     * @throws IllegalArgumentException if a side is not an even number above 0
     */
    public Canvas(int widthPx, int heightPx, FrameRate rate, ColorDescription color) {
        this(widthPx, heightPx, rate, color, false);
    }

    /**
     * Returns the format of a composed frame.
     *
     * @return the canvas as {@link PixelFormat#YUV420P}, or as {@link PixelFormat#YUVA444P} if it is transparent
     */
    public PictureFormat picture() {
        return PictureFormat.of(widthPx, heightPx, transparent ? PixelFormat.YUVA444P : PixelFormat.YUV420P, color);
    }
}
