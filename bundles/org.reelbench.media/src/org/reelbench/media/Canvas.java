package org.reelbench.media;

import org.reelbench.time.FrameRate;

/**
 * The picture a composition fills: its size, rate and colour.
 *
 * @param widthPx the width, even, above 0
 * @param heightPx the height, even, above 0
 * @param rate how often a picture is composed
 * @param color what the composed numbers mean
 */
public record Canvas(int widthPx, int heightPx, FrameRate rate, ColorDescription color) {

    /**
     * Creates a canvas.
     *
     * @throws IllegalArgumentException if a side is not an even number above 0
     */
    public Canvas {
        if (widthPx <= 0 || heightPx <= 0 || widthPx % 2 != 0 || heightPx % 2 != 0) {
            throw new IllegalArgumentException("the sides of a canvas are even numbers above 0, not " + widthPx + "x" + heightPx);
        }
    }

    /**
     * Returns the format of a composed frame.
     *
     * @return the canvas as {@link PixelFormat#YUV420P}
     */
    public PictureFormat picture() {
        return PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, color);
    }
}
