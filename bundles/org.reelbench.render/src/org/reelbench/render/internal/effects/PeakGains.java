package org.reelbench.render.internal.effects;

import java.util.Arrays;

/**
 * What a limiter does with the peaks it is told: sound is cut into cells, each asks to be turned down by as much as it is too
 * loud, and is turned down by the most that any cell around asks for, those to come fading in and those gone by fading out. So
 * the gain of a cell depends on a fixed stretch around it, and on nothing else.
 */
public final class PeakGains {

    /** How many samples a cell has. */
    public static final int CELL = 32;

    /** How long before a peak sound begins to be turned down. */
    public static final double ATTACK_SECONDS = 0.005;

    /** So many cells more than are needed may be told before a gain is asked for. */
    private static final int MORE_AHEAD = 16;

    /** How much of what a cell asks for counts so many cells after it, and before it. */
    private final double[] after;
    private final double[] before;
    private final double[] asked;
    private final int mask;
    private double ceiling;
    private long lastLoud;

    /**
     * Creates the gains.
     *
     * @param ceilingDb what nothing rises above
     * @param releaseSeconds how long what was turned down takes to come back
     * @param sampleRateHz the rate
     */
    public PeakGains(double ceilingDb, double releaseSeconds, int sampleRateHz) {
        ceiling = Decibels.factor(ceilingDb);
        after = fading(cells(releaseSeconds, sampleRateHz));
        before = fading(cells(ATTACK_SECONDS, sampleRateHz));
        asked = new double[Integer.highestOneBit(after.length + before.length + MORE_AHEAD) << 1];
        mask = asked.length - 1;
        reset();
    }

    /** How many cells a time is long. */
    public static int cells(double seconds, int sampleRateHz) {
        return (int) Math.ceil(seconds * sampleRateHz / CELL);
    }

    private static double[] fading(int cells) {
        double[] weights = new double[cells];
        for (int i = 0; i < cells; i++) {
            weights[i] = (1 + StrictMath.cos(Math.PI * i / cells)) / 2;
        }
        return weights;
    }

    /** How many cells after one must be told before its gain is known. */
    public int cellsAhead() {
        return before.length;
    }

    /** How many cells before one count. */
    public int cellsBehind() {
        return after.length;
    }

    /** What nothing rises above, as an amplitude. */
    public double ceiling() {
        return ceiling;
    }

    /** Goes on with another ceiling for the cells to come. */
    public void ceilingDb(double ceilingDb) {
        ceiling = Decibels.factor(ceilingDb);
    }

    /** Forgets all cells. */
    public void reset() {
        Arrays.fill(asked, 0);
        lastLoud = Long.MIN_VALUE / 2;
    }

    /** Takes the peak of a cell; cells come in order, not much earlier than they are needed. */
    public void put(long cell, double peak) {
        double above = peak > ceiling ? Decibels.level(peak / ceiling) : 0;
        asked[(int) cell & mask] = above;
        if (above > 0) {
            lastLoud = cell;
        }
    }

    /** By what a mix is multiplied where one cell ends and the next begins; it goes straight from one such place to another. */
    public double gainAtStart(long cell) {
        double reductionDb = Math.max(reduction(cell - 1), reduction(cell));
        return Decibels.factor(-reductionDb);
    }

    private double reduction(long at) {
        if (lastLoud <= at - after.length) {
            return 0;
        }
        double most = 0;
        for (int i = 0; i < after.length; i++) {
            most = Math.max(most, asked[(int) (at - i) & mask] * after[i]);
        }
        for (int i = 1; i < before.length; i++) {
            most = Math.max(most, asked[(int) (at + i) & mask] * before[i]);
        }
        return most;
    }
}
