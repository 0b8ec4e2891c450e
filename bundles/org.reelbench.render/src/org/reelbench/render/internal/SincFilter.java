package org.reelbench.render.internal;

/**
 * Finds the value of a sound between two of its samples: a sinc under a Blackman window, which lets through nothing above the
 * cutoff. On a sample itself, with nothing to be cut off, it gives that sample bit for bit.
 */
final class SincFilter {

    private static final int ZEROS = 16;
    private static final int STEPS_PER_ZERO = 512;
    private static final double[] KERNEL = kernel();

    private final double cutoff;
    private final int reach;

    /**
     * Creates a filter.
     *
     * @param cutoff what is let through, 1 for all frequencies
     */
    SincFilter(double cutoff) {
        this.cutoff = cutoff;
        this.reach = (int) Math.ceil(ZEROS / cutoff);
    }

    /** How many samples before and after a place count. */
    int reach() {
        return reach;
    }

    /** Computes the value of each channel at {@code index + fraction}; samples go from index − reach to index + reach + 1. */
    void apply(float[][] samples, int index, double fraction, float[][] target, int at) {
        double total = 0;
        double[] sums = new double[samples.length];
        for (int i = index - reach; i <= index + reach + 1; i++) {
            double weight = weight(Math.abs(i - index - fraction) * cutoff);
            if (weight != 0) {
                total += weight;
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += weight * samples[c][i];
                }
            }
        }
        for (int c = 0; c < sums.length; c++) {
            target[c][at] = (float) (sums[c] / total);
        }
    }

    private static double weight(double distance) {
        double place = distance * STEPS_PER_ZERO;
        int step = (int) place;
        if (step >= KERNEL.length - 1) {
            return 0;
        }
        return KERNEL[step] + (KERNEL[step + 1] - KERNEL[step]) * (place - step);
    }

    private static double[] kernel() {
        double[] kernel = new double[ZEROS * STEPS_PER_ZERO + 1];
        for (int i = 1; i < kernel.length; i++) {
            double x = (double) i / STEPS_PER_ZERO;
            double phase = Math.PI * x / ZEROS;
            double window = 0.42 + 0.5 * StrictMath.cos(phase) + 0.08 * StrictMath.cos(2 * phase);
            // A sine of whole turns is zero, which its computed value only nearly is.
            kernel[i] = i % STEPS_PER_ZERO == 0 ? 0 : StrictMath.sin(Math.PI * x) / (Math.PI * x) * window;
        }
        kernel[0] = 1;
        return kernel;
    }
}
