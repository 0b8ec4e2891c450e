package org.reelbench.ui.tracks.internal.model;

/**
 * Where the line that tells how loud a clip is lies in its row: the upper third is louder than recorded, the rest quieter.
 *
 * @param topPx the upper border of its room
 * @param heightPx the height of its room
 */
public record GainLine(int topPx, int heightPx) {

    /** The line cannot show more. */
    public static final double MOST_DB = 12;
    /** The line cannot show less. */
    public static final double LEAST_DB = -48;

    private static final double LOUDER_PART = 1 / 3.0;

    /**
     * Returns the room for the line in a row.
     *
     * @param rowTopPx where the row is seen
     * @param rowHeightPx its height
     * @return the room
     */
    public static GainLine in(int rowTopPx, int rowHeightPx) {
        return new GainLine(rowTopPx + Metrics.TITLE_HEIGHT_PX + 1, Math.max(1, rowHeightPx - Metrics.TITLE_HEIGHT_PX - 2));
    }

    /**
     * Returns where the line lies.
     *
     * @param gainDb the gain
     * @return the row, within the room
     */
    public int yOf(double gainDb) {
        double part = gainDb >= 0
                ? LOUDER_PART * (1 - Math.min(gainDb, MOST_DB) / MOST_DB)
                : LOUDER_PART + (1 - LOUDER_PART) * Math.max(gainDb, LEAST_DB) / LEAST_DB;
        return topPx + (int) Math.round(part * (heightPx - 1));
    }

    /**
     * Returns what gain a place of the line means.
     *
     * @param y the row, brought into the room
     * @return the gain in tenths of a decibel
     */
    public double gainDbAt(int y) {
        double part = heightPx <= 1 ? LOUDER_PART : Math.clamp((y - topPx) / (heightPx - 1.0), 0, 1);
        double gainDb = part <= LOUDER_PART
                ? MOST_DB * (1 - part / LOUDER_PART)
                : LEAST_DB * (part - LOUDER_PART) / (1 - LOUDER_PART);
        // A negative zero would be another value.
        return Math.round(gainDb * 10) / 10.0 + 0.0;
    }
}
