package org.reelbench.sketches;

/**
 * A piece of the outline of a sound at one level of detail: the least and the greatest sample of each of {@value #COLUMNS} columns.
 * <p>
 * Not changed once made, safe for every thread. At level 0 a column is {@value #FINEST_SAMPLES} samples at {@value #RATE_HZ} Hz, at
 * each further level four times as many.
 *
 * @param extremes least and greatest of each column in turn, −127 to 127; not to be changed
 */
public record Waves(byte[] extremes) {

    /** Samples a second that columns are counted by, whatever the medium has. */
    public static final int RATE_HZ = 48_000;
    /** Samples a column at level 0. */
    public static final int FINEST_SAMPLES = 256;
    /** Columns a piece. */
    public static final int COLUMNS = 1024;
    /** Columns of one level that are one of the next. */
    public static final int FACTOR = 4;
    /** The coarsest level: a column is more than five minutes. */
    public static final int MOST_LEVEL = 8;
    private static final int FULL = 127;

    /**
     * Creates a piece.
     *
     * @throws IllegalArgumentException if there are not two numbers a column
     */
    public Waves {
        if (extremes.length != 2 * COLUMNS) {
            throw new IllegalArgumentException("a piece of an outline has " + 2 * COLUMNS + " numbers, not " + extremes.length);
        }
    }

    /**
     * Returns how many samples a column is.
     *
     * @param level 0 to {@link #MOST_LEVEL}
     * @return samples at {@link #RATE_HZ}
     */
    public static long samplesPerColumn(int level) {
        long samples = FINEST_SAMPLES;
        for (int i = 0; i < level; i++) {
            samples *= FACTOR;
        }
        return samples;
    }

    /**
     * Returns the level whose columns are not wider than a pixel.
     *
     * @param samplesPerPixel how many samples a pixel shows
     * @return the coarsest such level, 0 if there is none
     */
    public static int levelFor(double samplesPerPixel) {
        int level = 0;
        while (level < MOST_LEVEL && samplesPerColumn(level + 1) <= samplesPerPixel) {
            level++;
        }
        return level;
    }

    /**
     * Returns the least sample of a column.
     *
     * @param column 0 to {@value #COLUMNS} − 1
     * @return nominally −1 to 1
     */
    public float least(int column) {
        return (float) extremes[2 * column] / FULL;
    }

    /**
     * Returns the greatest sample of a column.
     *
     * @param column 0 to {@value #COLUMNS} − 1
     * @return nominally −1 to 1
     */
    public float greatest(int column) {
        return (float) extremes[2 * column + 1] / FULL;
    }
}
