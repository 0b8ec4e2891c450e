package org.reelbench.media.ffmpeg.internal.paint;

import java.util.Arrays;

/**
 * Which samples of a line make each sample of another line, and with which weights: a line is scaled and shifted by any amount,
 * and averaged where it becomes smaller. Beyond its ends a line goes on as it ends.
 */
final class Taps {

    private final int length;
    private final int[] starts;
    private final float[] weights;
    private final int evenFrom;
    private final int evenTo;

    private Taps(int length, int[] starts, float[] weights, boolean even) {
        this.length = length;
        this.starts = starts;
        this.weights = weights;
        int from = 0;
        int to = 0;
        if (even && starts.length > 0) {
            int middle = starts.length / 2;
            from = middle;
            to = middle + 1;
            while (from > 0 && isLike(from - 1, middle)) {
                from--;
            }
            while (to < starts.length && isLike(to, middle)) {
                to++;
            }
        }
        evenFrom = from;
        evenTo = to;
    }

    /**
     * Computes the taps.
     *
     * @param count how many samples are made
     * @param first where the first of them lies in the source line, in samples
     * @param step how far it is from each to the next, above 0
     * @param least the first sample of the source that may be used
     * @param most the last one
     * @return the taps
     */
    static Taps of(int count, double first, double step, int least, int most) {
        int all = most - least + 1;
        double stretch = Math.clamp(step, 1, all);
        double reach = Cubic.REACH * stretch;
        int length = Math.min(2 * (int) Math.ceil(reach), all);
        int[] starts = new int[count];
        float[] weights = new float[count * length];
        double[] exact = new double[length];
        double firstPart = first - Math.floor(first);
        for (int i = 0; i < count; i++) {
            double centre = Math.clamp(first + i * step, least - reach, most + reach);
            long whole = (long) Math.floor(centre);
            // The same to the last bit along the line where it is only shifted.
            double part = step == 1 ? firstPart : centre - whole;
            long from = whole - (long) Math.ceil(reach) + 1;
            int start = Math.clamp(from, least, most - length + 1);
            Arrays.fill(exact, 0);
            double sum = 0;
            for (long k = from; k <= whole + Math.ceil(reach); k++) {
                double weight = Cubic.weight((k - whole - part) / stretch);
                exact[Math.clamp(Math.clamp(k, least, most) - start, 0, length - 1)] += weight;
                sum += weight;
            }
            for (int k = 0; k < length; k++) {
                weights[i * length + k] = (float) (exact[k] / sum);
            }
            starts[i] = start;
        }
        return new Taps(length, starts, weights, step == 1);
    }

    private boolean isLike(int sample, int other) {
        return starts[sample] - sample == starts[other] - other && Arrays.equals(weights, sample * length,
                (sample + 1) * length, weights, other * length, (other + 1) * length);
    }

    /** How many samples make one. */
    int length() {
        return length;
    }

    /** The first source sample that makes a sample. */
    int start(int sample) {
        return starts[sample];
    }

    /** The weight of the k-th source sample. */
    float weight(int sample, int k) {
        return weights[sample * length + k];
    }

    /**
     * Makes a whole line.
     *
     * @param source the source line
     * @param into takes the samples
     */
    void apply(float[] source, float[] into) {
        apply(source, into, 0, evenFrom);
        if (evenTo > evenFrom) {
            // Many samples at once: the processor multiplies them side by side.
            int shift = starts[evenFrom] - evenFrom;
            multiply(source, shift, weights[evenFrom * length], into, evenFrom, evenTo);
            for (int k = 1; k < length; k++) {
                multiplyAdd(source, shift + k, weights[evenFrom * length + k], into, evenFrom, evenTo);
            }
        }
        apply(source, into, evenTo, starts.length);
    }

    private void apply(float[] source, float[] into, int from, int to) {
        switch (length) {
        case 4 -> applyFour(source, into, from, to);
        case 6 -> applySix(source, into, from, to);
        default -> applyAny(source, into, from, to);
        }
    }

    private void applyAny(float[] source, float[] into, int from, int to) {
        int at = from * length;
        for (int i = from; i < to; i++) {
            int start = starts[i];
            float sum = 0;
            for (int k = 0; k < length; k++) {
                sum += source[start + k] * weights[at + k];
            }
            at += length;
            into[i] = sum;
        }
    }

    /** The same for what becomes larger, without an inner loop: twice as fast. */
    private void applyFour(float[] source, float[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            int s = starts[i];
            int w = i * 4;
            into[i] = source[s] * weights[w] + source[s + 1] * weights[w + 1] + source[s + 2] * weights[w + 2]
                    + source[s + 3] * weights[w + 3];
        }
    }

    /** The same for what becomes smaller, by two thirds at most. */
    private void applySix(float[] source, float[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            int s = starts[i];
            int w = i * 6;
            into[i] = source[s] * weights[w] + source[s + 1] * weights[w + 1] + source[s + 2] * weights[w + 2]
                    + source[s + 3] * weights[w + 3] + source[s + 4] * weights[w + 4] + source[s + 5] * weights[w + 5];
        }
    }

    /** Sets {@code into[i]} to {@code source[i + shift]} times a weight. */
    static void multiply(float[] source, int shift, float weight, float[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            into[i] = source[i + shift] * weight;
        }
    }

    /** Adds {@code source[i + shift]} times a weight to {@code into[i]}. */
    static void multiplyAdd(float[] source, int shift, float weight, float[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            into[i] += source[i + shift] * weight;
        }
    }
}
