package org.reelbench.playback;

/**
 * How large a picture is shown in a box: as large as fits, its shape kept.
 *
 * @param widthPx the width, a multiple of 16 so that conversion is quickest
 * @param heightPx the height
 */
public record Fit(int widthPx, int heightPx) {

    private static final int BLOCK_PX = 16;

    /**
     * Fits a picture into a box.
     *
     * @param pictureWidthPx the picture's width, above 0
     * @param pictureHeightPx the picture's height, above 0
     * @param boxWidthPx the box's width
     * @param boxHeightPx the box's height
     * @return the size, at least 16 × 1
     */
    public static Fit into(int pictureWidthPx, int pictureHeightPx, int boxWidthPx, int boxHeightPx) {
        long widthByHeight = (long) boxHeightPx * pictureWidthPx / pictureHeightPx;
        int width = (int) Math.min(boxWidthPx, widthByHeight) / BLOCK_PX * BLOCK_PX;
        width = Math.max(BLOCK_PX, width);
        int height = (int) Math.round((double) width * pictureHeightPx / pictureWidthPx);
        return new Fit(width, Math.max(1, height));
    }
}
