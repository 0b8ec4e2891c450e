package org.reelbench.render.internal.effects;

/**
 * A filter of second order in transposed direct form II, with the shapes that equalizers are made of. The shapes follow from the
 * analogue ones by the bilinear transform, bent so that the named frequency stays where it is.
 */
final class Biquad {

    private static final double FADED_AWAY = 1e-20;

    private final double[] first;
    private final double[] second;
    private double b0 = 1;
    private double b1;
    private double b2;
    private double a1;
    private double a2;
    private boolean flat = true;

    Biquad(int channels) {
        first = new double[channels];
        second = new double[channels];
    }

    void reset() {
        for (int c = 0; c < first.length; c++) {
            first[c] = 0;
            second[c] = 0;
        }
    }

    /** Changes nothing. */
    void flat() {
        flat = true;
        reset();
    }

    /** Lets through what is above a frequency; falls by 12 dB an octave below. */
    void highPass(double hz, double sampleRateHz) {
        double k = bent(hz, sampleRateHz);
        double damping = Math.sqrt(2) * k;
        set(1, -2, 1, 1 + damping + k * k, 2 * (k * k - 1), 1 - damping + k * k);
    }

    /** Lets through what is below a frequency. */
    void lowPass(double hz, double sampleRateHz) {
        double k = bent(hz, sampleRateHz);
        double damping = Math.sqrt(2) * k;
        set(k * k, 2 * k * k, k * k, 1 + damping + k * k, 2 * (k * k - 1), 1 - damping + k * k);
    }

    /** Raises or lowers what lies around a frequency. */
    void peak(double hz, double gainDb, double quality, double sampleRateHz) {
        if (gainDb == 0) {
            flat();
            return;
        }
        double k = bent(hz, sampleRateHz);
        double root = Decibels.factor(gainDb / 2);
        double up = k * root / quality;
        double down = k / (root * quality);
        set(1 + up + k * k, 2 * (k * k - 1), 1 - up + k * k, 1 + down + k * k, 2 * (k * k - 1), 1 - down + k * k);
    }

    /** Raises or lowers what lies below a frequency. */
    void lowShelf(double hz, double gainDb, double sampleRateHz) {
        if (gainDb == 0) {
            flat();
            return;
        }
        double k = bent(hz, sampleRateHz);
        double root = Decibels.factor(gainDb / 2);
        double bend = Math.sqrt(2 * root) * k;
        double up = root * k * k;
        double down = k * k / root;
        double flatBend = Math.sqrt(2 / root) * k;
        set(1 + bend + up, 2 * (up - 1), 1 - bend + up, 1 + flatBend + down, 2 * (down - 1), 1 - flatBend + down);
    }

    /** Raises or lowers what lies above a frequency. */
    void highShelf(double hz, double gainDb, double sampleRateHz) {
        if (gainDb == 0) {
            flat();
            return;
        }
        double k = bent(hz, sampleRateHz);
        double root = Decibels.factor(gainDb / 2);
        double bend = Math.sqrt(2 * root) * k;
        double flatBend = Math.sqrt(2 / root) * k;
        set(root + bend + k * k, 2 * (k * k - root), root - bend + k * k, 1 / root + flatBend + k * k,
                2 * (k * k - 1 / root), 1 / root - flatBend + k * k);
    }

    private static double bent(double hz, double sampleRateHz) {
        // Above nine tenths of what can be recorded there is nothing left to bend.
        return Math.tan(Math.PI * Math.min(hz / sampleRateHz, 0.45));
    }

    private void set(double n0, double n1, double n2, double d0, double d1, double d2) {
        b0 = n0 / d0;
        b1 = n1 / d0;
        b2 = n2 / d0;
        a1 = d1 / d0;
        a2 = d2 / d0;
        flat = false;
    }

    void process(float[][] channels, int offset, int count) {
        if (flat) {
            return;
        }
        for (int c = 0; c < channels.length; c++) {
            float[] samples = channels[c];
            double one = first[c];
            double two = second[c];
            for (int i = offset; i < offset + count; i++) {
                double in = samples[i];
                double out = b0 * in + one;
                one = settled(b1 * in - a1 * out + two);
                two = settled(b2 * in - a2 * out);
                samples[i] = (float) out;
            }
            first[c] = one;
            second[c] = two;
        }
    }

    /** What has faded away must not slow the machine down by ever smaller numbers. */
    private static double settled(double state) {
        return Math.abs(state) < FADED_AWAY ? 0 : state;
    }
}
