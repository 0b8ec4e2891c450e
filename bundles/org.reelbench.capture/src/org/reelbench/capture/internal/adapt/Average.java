package org.reelbench.capture.internal.adapt;

/** A decaying average: each sample counts 2/31, so that 30 samples make up seven eighths of it; the first ones count evenly. */
final class Average {

    private static final int SAMPLES = 30;
    private static final double WEIGHT = 2.0 / (SAMPLES + 1);

    private double value;
    private int count;

    void add(double sample) {
        count = Math.min(count + 1, SAMPLES);
        value += (sample - value) * Math.max(WEIGHT, 1.0 / count);
    }

    double value() {
        return value;
    }

    /** Tells whether it rests on enough samples to act on it. */
    boolean isFirm() {
        return count >= SAMPLES;
    }

    void restart() {
        count = 0;
        value = 0;
    }
}
