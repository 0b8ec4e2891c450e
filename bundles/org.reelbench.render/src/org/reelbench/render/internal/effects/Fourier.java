package org.reelbench.render.internal.effects;

/** The discrete Fourier transform of complex numbers, in place, after Cooley and Tukey. */
final class Fourier {

    private final int size;
    private final double[] cosines;
    private final double[] sines;
    private final int[] turned;

    /**
     * Creates a transform.
     *
     * @param size how many numbers, a power of two
     */
    Fourier(int size) {
        this.size = size;
        cosines = new double[size / 2];
        sines = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosines[i] = StrictMath.cos(2 * Math.PI * i / size);
            sines[i] = -StrictMath.sin(2 * Math.PI * i / size);
        }
        turned = new int[size];
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            turned[i] = Integer.reverse(i) >>> 32 - bits;
        }
    }

    /** Goes from samples to frequencies. */
    void forward(double[] real, double[] imaginary) {
        for (int i = 0; i < size; i++) {
            int other = turned[i];
            if (other > i) {
                swap(real, i, other);
                swap(imaginary, i, other);
            }
        }
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int block = 0; block < size; block += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int upper = block + i;
                    int lower = upper + half;
                    double cosine = cosines[i * step];
                    double sine = sines[i * step];
                    double re = real[lower] * cosine - imaginary[lower] * sine;
                    double im = real[lower] * sine + imaginary[lower] * cosine;
                    real[lower] = real[upper] - re;
                    imaginary[lower] = imaginary[upper] - im;
                    real[upper] += re;
                    imaginary[upper] += im;
                }
            }
        }
    }

    /** Goes back from frequencies to samples; they come out multiplied by the size. */
    void backward(double[] real, double[] imaginary) {
        // The same as forwards with real and imaginary parts exchanged.
        forward(imaginary, real);
    }

    private static void swap(double[] values, int one, int other) {
        double value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
