package org.reelbench.render.internal.effects;

import java.util.Arrays;

/**
 * Finds how high a sound rises, between its samples too: it is looked at eight places a sample, after ITU-R BS.1770, which a tone
 * of 20 kHz passes by at most 0.12 dB too low. One thread at a time.
 */
public final class TruePeak {

    private static final int PLACES = 8;
    /** So many samples before and after a place count: nearly all that can be recorded is let through. */
    private static final int REACH = 32;
    private static final float[][] WEIGHTS = weights();
    /** Beside samples that are not half as high as what is asked for, nothing rises to it. */
    private static final double QUIET = 0.5;

    private final float[] sums;

    /**
     * Creates a meter.
     *
     * @param longest how many samples are looked at at once at most
     */
    public TruePeak(int longest) {
        sums = new float[longest];
    }

    /** How many samples before and after a range count. */
    public static int reach() {
        return REACH + 1;
    }

    /**
     * Returns the highest value of a range, as far as it matters.
     *
     * @param samples one channel
     * @param from where the range begins; the reach before and after must lie in the array
     * @param count how long it is
     * @param level what it is compared to: below, the result may be too low
     */
    public double of(float[] samples, int from, int count, double level) {
        if (!(highest(samples, from - 1, count + 3) > level * QUIET)) {
            return highest(samples, from, count);
        }
        float peak = highest(samples, from, count);
        for (float[] weights : WEIGHTS) {
            Arrays.fill(sums, 0, count, 0);
            // Tap by tap for all samples at once, which processors do several at a time.
            for (int tap = 0; tap < weights.length; tap++) {
                float weight = weights[tap];
                int first = from - REACH + 1 + tap;
                for (int i = 0; i < count; i++) {
                    sums[i] += weight * samples[first + i];
                }
            }
            peak = Math.max(peak, highest(sums, 0, count));
        }
        return peak;
    }

    private static float highest(float[] samples, int from, int count) {
        float highest = 0;
        for (int i = from; i < from + count; i++) {
            highest = Math.max(highest, Math.abs(samples[i]));
        }
        return highest;
    }

    private static float[][] weights() {
        float[][] weights = new float[PLACES - 1][2 * REACH];
        for (int place = 1; place < PLACES; place++) {
            for (int i = 0; i < 2 * REACH; i++) {
                double x = Math.PI * (i - REACH + 1 - (double) place / PLACES);
                double window = StrictMath.cos(x / (2 * REACH));
                weights[place - 1][i] = (float) (StrictMath.sin(x) / x * window * window);
            }
        }
        return weights;
    }
}
