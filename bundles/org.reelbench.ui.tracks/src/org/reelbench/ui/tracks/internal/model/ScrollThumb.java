package org.reelbench.ui.tracks.internal.model;

/**
 * The frame around what is seen in the picture of the whole sequence: how much of the sequence is seen, and where.
 *
 * @param xPx its left border, from the left border of the lanes
 * @param widthPx its width
 * @param framesPerPx how many frames one pixel of the bar stands for
 */
public record ScrollThumb(int xPx, int widthPx, double framesPerPx) {

    private static final int MIN_WIDTH_PX = 24;

    /**
     * Computes the handle.
     *
     * @param scale what is seen
     * @param durationFrames how long the sequence is
     * @param lanesWidthPx the width of the lanes and of the bar
     * @return the handle
     */
    public static ScrollThumb of(TimeScale scale, long durationFrames, int lanesWidthPx) {
        double seenFrames = lanesWidthPx / scale.pxPerFrame();
        double allFrames = allFrames(scale, durationFrames, lanesWidthPx);
        int width = (int) Math.min(lanesWidthPx, Math.max(MIN_WIDTH_PX, Math.round(lanesWidthPx * seenFrames / allFrames)));
        double hiddenFrames = allFrames - seenFrames;
        double framesPerPx = hiddenFrames <= 0 ? 0 : hiddenFrames / Math.max(1, lanesWidthPx - width);
        int x = framesPerPx == 0 ? 0 : (int) Math.round(scale.leftFrame() / framesPerPx);
        return new ScrollThumb(x, width, framesPerPx);
    }

    /**
     * Returns how much the whole bar stands for: the sequence with a little room after it, and what is seen beyond that.
     *
     * @param scale what is seen
     * @param durationFrames how long the sequence is
     * @param lanesWidthPx the width of the lanes and of the bar
     * @return the number of frames, at least 1
     */
    public static double allFrames(TimeScale scale, long durationFrames, int lanesWidthPx) {
        return Math.max(Math.max(1, durationFrames * 1.05), scale.leftFrame() + lanesWidthPx / scale.pxPerFrame());
    }

    /**
     * Tells whether the handle has a pixel.
     *
     * @param x the pixel
     * @return true if it does
     */
    public boolean contains(int x) {
        return x >= xPx && x < xPx + widthPx;
    }

    /**
     * Tells whether all is seen.
     *
     * @return true if there is nothing to scroll
     */
    public boolean isWhole() {
        return framesPerPx == 0;
    }
}
