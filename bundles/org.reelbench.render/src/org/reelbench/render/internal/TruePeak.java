package org.reelbench.render.internal;

/**
 * Finds how high a sound rises, between its samples too: it is looked at eight places a sample, after ITU-R BS.1770, which a tone
 * of 20 kHz passes by at most 0.12 dB too low.
 */
final class TruePeak {

    private static final int PLACES = 8;
    /** So many samples before and after a place count: nearly all that can be recorded is let through. */
    private static final int REACH = 32;
    private static final float[][] WEIGHTS = weights();
    /** Beside samples that are not half as high as what is asked for, nothing rises to it. */
    private static final double QUIET = 0.5;

    private TruePeak() {
    }

    /** How many samples before and after a range count. */
    static int reach() {
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
    static double of(float[] samples, int from, int count, double level) {
        double peak = 0;
        double loud = level * QUIET;
        for (int i = from; i < from + count; i++) {
            double here = Math.abs(samples[i]);
            peak = Math.max(peak, here);
            double beside = Math.max(Math.abs(samples[i - 1]), Math.max(Math.abs(samples[i + 1]), Math.abs(samples[i + 2])));
            if (here > loud || beside > loud) {
                peak = Math.max(peak, between(samples, i));
            }
        }
        return peak;
    }

    /** The highest value between a sample and the next. */
    private static double between(float[] samples, int index) {
        float peak = 0;
        int first = index - REACH + 1;
        for (float[] weights : WEIGHTS) {
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * samples[first + i];
            }
            peak = Math.max(peak, Math.abs(sum));
        }
        return peak;
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
