package org.reelbench.render.internal.effects;

import java.util.Arrays;

/**
 * Learns how loud the noise is at each frequency: as loud as the softest moment of the last two seconds, after Martin's minimum
 * statistics. It remembers so many spectra and no more.
 */
final class NoiseFloor {

    /** How many spectra are averaged before the softest is looked for: single ones vary too much. */
    private static final int AVERAGED = 8;
    /** How many frequencies to both sides are averaged, for the same reason. */
    private static final int NEIGHBOURS = 2;
    /** The softest of so many averages is about as much softer than their mean. */
    private static final double SOFTER = 2.5;
    /** Heard for one part in so many of the time, what was learned is believed. */
    private static final double TRUSTED = 4;

    private final float[][] powers;
    private final float[][] averages;
    private final float[] least;
    private int count;

    /**
     * Creates a floor.
     *
     * @param frequencies how many frequencies a spectrum has
     * @param spectra how many averages are remembered
     */
    NoiseFloor(int frequencies, int spectra) {
        powers = new float[AVERAGED][frequencies];
        averages = new float[spectra][frequencies];
        least = new float[frequencies];
    }

    /** How many spectra count. */
    static int remembered(int spectra) {
        return spectra + AVERAGED;
    }

    void reset() {
        count = 0;
        for (float[] average : averages) {
            Arrays.fill(average, 0);
        }
        for (float[] power : powers) {
            Arrays.fill(power, 0);
        }
    }

    /** Takes a spectrum's powers, and writes the powers of the noise and the mean ones of the last spectra. */
    void learn(double[] power, double[] noise, double[] mean) {
        float[] newest = powers[count % AVERAGED];
        float[] average = averages[count % averages.length];
        int known = Math.min(count + 1, AVERAGED);
        int looked = Math.min(count + 1, averages.length);
        // At a clip's start little is known, and what is heard there need not be noise.
        double trust = Math.min(1, TRUSTED * looked / averages.length);
        Arrays.fill(average, 0);
        for (int f = 0; f < power.length; f++) {
            double sum = 0;
            int from = Math.max(0, f - NEIGHBOURS);
            int to = Math.min(power.length - 1, f + NEIGHBOURS);
            for (int i = from; i <= to; i++) {
                sum += power[i];
            }
            newest[f] = (float) (sum / (to - from + 1));
        }
        for (float[] one : powers) {
            for (int f = 0; f < average.length; f++) {
                average[f] += one[f] / known;
            }
        }
        System.arraycopy(average, 0, least, 0, least.length);
        // Spectrum by spectrum for all frequencies at once, which processors do several at a time.
        for (int i = 0; i < looked; i++) {
            float[] one = averages[i];
            for (int f = 0; f < least.length; f++) {
                least[f] = Math.min(least[f], one[f]);
            }
        }
        for (int f = 0; f < power.length; f++) {
            noise[f] = least[f] * SOFTER * trust;
            mean[f] = average[f];
        }
        count++;
    }
}
