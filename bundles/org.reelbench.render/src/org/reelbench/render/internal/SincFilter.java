package org.reelbench.render.internal;

/**
 * Finds the value of a sound between two of its samples: a sinc under a Blackman window, which lets through nothing above the
 * cutoff. On a sample itself, with nothing to be cut off, it gives that sample bit for bit.
 * <p>
 * The weights of a place are found once and used for every channel; {@link #place} comes before {@link #value}.
 */
final class SincFilter {

    private static final int ZEROS = 16;
    private static final int STEPS_PER_ZERO = 512;
    private static final double[] KERNEL = kernel();

    private final double cutoff;
    private final int reach;
    private final double[] weights;
    private double total;

    /**
     * Creates a filter.
     *
     * @param cutoff what is let through, 1 for all frequencies
     */
    SincFilter(double cutoff) {
        this.cutoff = cutoff;
        this.reach = (int) Math.ceil(ZEROS / cutoff);
        this.weights = new double[2 * reach + 2];
    }

    /** How many samples before and after a place count. */
    int reach() {
        return reach;
    }

    /** Goes to a place so far behind a sample, from 0 to 1. */
    void place(double fraction) {
        total = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weight(Math.abs(i - reach - fraction) * cutoff);
            weights[i] = weight;
            total += weight;
        }
    }

    /** Computes the value behind {@code index}; samples go from index − reach to index + reach + 1. */
    float value(float[] samples, int index) {
        double sum = 0;
        int from = index - reach;
        for (int i = 0; i < weights.length; i++) {
            // What weighs nothing must not count even where it is infinite or no number.
            if (weights[i] != 0) {
                sum += weights[i] * samples[from + i];
            }
        }
        return (float) (sum / total);
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
