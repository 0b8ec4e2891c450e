package org.reelbench.media;

/**
 * The shape of a picture: everything two frames must share to go through one filter graph.
 *
 * @param widthPx the width, above 0
 * @param heightPx the height, above 0
 * @param pixelFormat how the samples lie in memory
 * @param nativeFormat the library's own number of the pixel format; tells apart formats that are all {@link PixelFormat#NATIVE},
 *            −1 where no library is involved
 * @param color what the numbers mean
 */
public record PictureFormat(int widthPx, int heightPx, PixelFormat pixelFormat, int nativeFormat, ColorDescription color) {

    /**
     * Creates a format.
     *
     * @throws IllegalArgumentException if a side is not above 0
     */
    public PictureFormat {
        if (widthPx <= 0 || heightPx <= 0) {
            throw new IllegalArgumentException("a picture is not " + widthPx + "x" + heightPx);
        }
    }

    /**
     * Returns a format that no library is involved in.
     *
     * @param widthPx the width, above 0
     * @param heightPx the height, above 0
     * @param pixelFormat how the samples lie in memory
     * @param color what the numbers mean
     * @return the format
     */
    public static PictureFormat of(int widthPx, int heightPx, PixelFormat pixelFormat, ColorDescription color) {
        return new PictureFormat(widthPx, heightPx, pixelFormat, -1, color);
    }
}
