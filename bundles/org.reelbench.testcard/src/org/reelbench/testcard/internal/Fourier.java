package org.reelbench.testcard.internal;

/**
 * The fast Fourier transform of one length, in place, radix 2 (Cooley and Tukey, 1965). Immutable, safe for every thread.
 */
final class Fourier {

    private final int length;
    private final double[] cos;
    private final double[] sin;

    /** Prepares a transform; the length is a power of two. */
    Fourier(int length) {
        if (Integer.bitCount(length) != 1 || length < 2) {
            throw new IllegalArgumentException("not a power of two: " + length);
        }
        this.length = length;
        cos = new double[length / 2];
        sin = new double[length / 2];
        for (int i = 0; i < length / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / length);
            sin[i] = Math.sin(2 * Math.PI * i / length);
        }
    }

    /** Returns the shortest possible length that is not below another one. */
    static int lengthFor(int least) {
        return Math.max(2, Integer.highestOneBit(Math.max(1, least - 1)) * 2);
    }

    /** Transforms time to frequency. */
    void forward(double[] re, double[] im) {
        reorder(re, im);
        for (int half = 1; half < length; half *= 2) {
            int step = length / (2 * half);
            for (int start = 0; start < length; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double c = cos[k * step];
                    double s = sin[k * step];
                    double tr = re[b] * c + im[b] * s;
                    double ti = im[b] * c - re[b] * s;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    /** Transforms frequency to time; undoes {@link #forward}. */
    void inverse(double[] re, double[] im) {
        // Swapping the parts turns one direction into the other.
        forward(im, re);
        for (int i = 0; i < length; i++) {
            re[i] /= length;
            im[i] /= length;
        }
    }

    private void reorder(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(length) + 1;
        for (int i = 0; i < length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double r = re[i];
                re[i] = re[j];
                re[j] = r;
                double m = im[i];
                im[i] = im[j];
                im[j] = m;
            }
        }
    }
}
