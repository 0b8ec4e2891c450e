package org.reelbench.testcard.internal;

/** Correlates a stretch of sound with every voice's burst at every lag, by Fourier transforms. Not safe for threads. */
final class Correlator {

    private final Bursts bursts;
    private final int size;
    private final int lowBin;
    private final int highBin;
    private final Fourier fourier;
    private final double[][] burstRe = new double[Bursts.VOICES][];
    private final double[][] burstIm = new double[Bursts.VOICES][];
    private final double[][] correlation = new double[Bursts.VOICES][];
    private final double[] energyBefore;

    /** Prepares for stretches of a length, a power of two longer than a burst. */
    Correlator(Bursts bursts, int sampleRateHz, int size) {
        this.bursts = bursts;
        this.size = size;
        fourier = new Fourier(size);
        lowBin = (int) Math.ceil(Bursts.LOW_HZ * size / sampleRateHz);
        highBin = (int) Math.min(size / 2 - 1, Math.floor(Bursts.HIGH_HZ * size / sampleRateHz));
        energyBefore = new double[size + 1];
        for (int voice = 0; voice < Bursts.VOICES; voice++) {
            burstRe[voice] = new double[size];
            burstIm[voice] = new double[size];
            for (int i = 0; i < bursts.length(); i++) {
                burstRe[voice][i] = bursts.sample(voice, i);
            }
            fourier.forward(burstRe[voice], burstIm[voice]);
        }
    }

    /** Returns at how many lags a burst lies wholly within the stretch. */
    int lags() {
        return size - bursts.length() + 1;
    }

    /** Takes a stretch of sound, of which only the bursts' band counts; beyond its end there is silence. */
    void load(double[] sound, int from) {
        double[] re = new double[size];
        double[] im = new double[size];
        System.arraycopy(sound, from, re, 0, Math.min(size, sound.length - from));
        fourier.forward(re, im);
        for (int i = 0; i < size; i++) {
            int bin = Math.min(i, size - i);
            if (bin < lowBin || bin > highBin) {
                re[i] = 0;
                im[i] = 0;
            }
        }
        for (int voice = 0; voice < Bursts.VOICES; voice += 2) {
            correlateTwo(re, im, voice);
        }
        fourier.inverse(re, im);
        for (int i = 0; i < size; i++) {
            energyBefore[i + 1] = energyBefore[i] + re[i] * re[i];
        }
    }

    /** Two real results travel as real and imaginary part of one transform. */
    private void correlateTwo(double[] re, double[] im, int voice) {
        double[] outRe = new double[size];
        double[] outIm = new double[size];
        for (int i = 0; i < size; i++) {
            double aRe = burstRe[voice][i];
            double aIm = burstIm[voice][i];
            double bRe = burstRe[voice + 1][i];
            double bIm = burstIm[voice + 1][i];
            // sound × (conjugate of a + i × conjugate of b)
            double re2 = aRe + bIm;
            double im2 = bRe - aIm;
            outRe[i] = re[i] * re2 - im[i] * im2;
            outIm[i] = re[i] * im2 + im[i] * re2;
        }
        fourier.inverse(outRe, outIm);
        correlation[voice] = outRe;
        correlation[voice + 1] = outIm;
    }

    /** Returns the sum of squares of the sound, within the bursts' band, over the length of a burst. */
    double bandEnergy(int lag) {
        return Math.max(0, energyBefore[lag + bursts.length()] - energyBefore[lag]);
    }

    /** Returns how alike the sound and a voice's burst are: 1 where they are the same but for gain. */
    double match(int voice, int lag) {
        double norm = Math.sqrt(bandEnergy(lag) * bursts.energy(voice));
        return norm > 0 ? correlation[voice][lag] / norm : 0;
    }

    /** Returns how loud a voice's burst is in the sound; 1 as it was made. */
    double gain(int voice, int lag) {
        return correlation[voice][lag] / bursts.energy(voice);
    }
}
