package org.reelbench.ui.tracks.internal.model;

/**
 * Which frame lies at which pixel. Pixels are counted from the left border of the lanes.
 *
 * @param pxPerFrame how wide a frame is, above 0
 * @param leftFrame the frame, and part of a frame, at pixel 0; not negative
 */
public record TimeScale(double pxPerFrame, double leftFrame) {

    /** A frame is never wider. */
    public static final double MAX_PX_PER_FRAME = 48;
    /** A frame is never narrower: a day fits into some hundred pixels. */
    public static final double MIN_PX_PER_FRAME = 1e-4;

    /**
     * Creates a scale, brought into the range of what can be shown.
     */
    public TimeScale {
        pxPerFrame = Math.clamp(pxPerFrame, MIN_PX_PER_FRAME, MAX_PX_PER_FRAME);
        leftFrame = Math.max(0, leftFrame);
    }

    /**
     * Returns the scale at which a sequence fills a width, with a little room after it.
     *
     * @param durationFrames how long it is
     * @param widthPx the width of the lanes
     * @return the scale, from the sequence's start
     */
    public static TimeScale fitting(long durationFrames, int widthPx) {
        return new TimeScale(Math.max(1, widthPx) / (Math.max(1, durationFrames) * 1.05), 0);
    }

    /**
     * Returns where a frame begins.
     *
     * @param frame the frame
     * @return the pixel, also outside of the lanes; brought into the range of 32 bits
     */
    public int xOf(long frame) {
        return Math.clamp(Math.round((frame - leftFrame) * pxPerFrame), Integer.MIN_VALUE / 4, Integer.MAX_VALUE / 4);
    }

    /**
     * Returns the frame under a pixel.
     *
     * @param xPx the pixel
     * @return the frame, not negative
     */
    public long frameAt(int xPx) {
        return Math.max(0, (long) Math.floor(leftFrame + (xPx + 0.5) / pxPerFrame));
    }

    /**
     * Returns the frame border nearest to a pixel.
     *
     * @param xPx the pixel
     * @return the frame that begins there, not negative
     */
    public long nearestFrame(int xPx) {
        return Math.max(0, Math.round(leftFrame + xPx / pxPerFrame));
    }

    /**
     * Zooms, so that what lies under a pixel stays there unless the sequence's start comes into the way.
     *
     * @param factor above 1 makes frames wider
     * @param anchorXPx the pixel that stays
     * @return the new scale
     */
    public TimeScale zoomed(double factor, int anchorXPx) {
        double scaled = Math.clamp(pxPerFrame * factor, MIN_PX_PER_FRAME, MAX_PX_PER_FRAME);
        return new TimeScale(scaled, leftFrame + anchorXPx / pxPerFrame - anchorXPx / scaled);
    }

    /**
     * Scrolls.
     *
     * @param deltaPx how many pixels later
     * @return the new scale
     */
    public TimeScale scrolled(double deltaPx) {
        return new TimeScale(pxPerFrame, leftFrame + deltaPx / pxPerFrame);
    }

    /**
     * Scrolls to a frame.
     *
     * @param frame the frame at pixel 0
     * @return the new scale
     */
    public TimeScale from(double frame) {
        return new TimeScale(pxPerFrame, frame);
    }
}
