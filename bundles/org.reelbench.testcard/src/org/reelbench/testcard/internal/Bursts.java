package org.reelbench.testcard.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The click shapes at one sample rate: 40 ms of noise from 500 to 3,800 Hz that sets in sharply and fades, another noise for each
 * of 16 voices.
 * <p>
 * Noise because its correlation has one narrow peak however the level and the coder's gain differ; below 4 kHz because coders
 * keep the waveform there (above, AAC may replace noise by other noise); a sum of tones because that is the same sound at every
 * rate.
 */
public final class Bursts {

    /** How many voices there are. */
    public static final int VOICES = 16;
    /** Where the burst's band begins. */
    static final double LOW_HZ = 500;
    /** Where the burst's band ends. */
    static final double HIGH_HZ = 3800;

    private static final double LENGTH_SECONDS = 0.040;
    private static final double ATTACK_SECONDS = 0.002;
    private static final double SPACING_HZ = 25;
    /** Root mean square level before fading: three voices together stay below full scale. */
    private static final double LEVEL = 0.11;
    /** Chosen by a search for voices that are least alike at any offset and have low peaks. */
    private static final long[] SEEDS = { 2, 3, 4, 14, 27, 36, 41, 57, 58, 64, 66, 105, 120, 171, 354, 364 };
    private static final int RATES_KEPT = 8;
    private static final Map<Integer, Bursts> BY_RATE = new ConcurrentHashMap<>();

    private final int length;
    private final float[][] voices = new float[VOICES][];
    private final double[] energies = new double[VOICES];

    private Bursts(int sampleRateHz) {
        length = (int) Math.round(LENGTH_SECONDS * sampleRateHz);
        for (int voice = 0; voice < VOICES; voice++) {
            voices[voice] = burst(SEEDS[voice], sampleRateHz, length);
            for (float sample : voices[voice]) {
                energies[voice] += (double) sample * sample;
            }
        }
    }

    /** Returns the shapes at a rate. */
    public static Bursts at(int sampleRateHz) {
        Bursts kept = BY_RATE.get(sampleRateHz);
        if (kept == null) {
            if (BY_RATE.size() >= RATES_KEPT) {
                BY_RATE.clear();
            }
            kept = new Bursts(sampleRateHz);
            BY_RATE.put(sampleRateHz, kept);
        }
        return kept;
    }

    /** Returns a burst's length in samples. */
    public int length() {
        return length;
    }

    /** Returns one sample of a voice, from 0 to the length. */
    public float sample(int voice, int index) {
        return voices[voice][index];
    }

    /** Returns the sum of a voice's squared samples. */
    double energy(int voice) {
        return energies[voice];
    }

    private static float[] burst(long seed, int sampleRateHz, int length) {
        double[] sum = new double[length];
        int tones = (int) ((HIGH_HZ - LOW_HZ) / SPACING_HZ);
        double amplitude = LEVEL * Math.sqrt(2.0 / tones);
        for (int tone = 0; tone < tones; tone++) {
            double phase = 2 * Math.PI * fraction(seed * 1000 + tone);
            double step = 2 * Math.PI * (LOW_HZ + (tone + 0.5) * SPACING_HZ) / sampleRateHz;
            // A turning pointer costs four multiplications where a cosine costs twenty; over one burst it stays exact enough.
            double re = Math.cos(phase) * amplitude;
            double im = Math.sin(phase) * amplitude;
            double c = Math.cos(step);
            double s = Math.sin(step);
            for (int i = 0; i < length; i++) {
                sum[i] += re;
                double turned = re * c - im * s;
                im = re * s + im * c;
                re = turned;
            }
        }
        float[] burst = new float[length];
        for (int i = 0; i < length; i++) {
            burst[i] = (float) (sum[i] * envelope((double) i / sampleRateHz));
        }
        return burst;
    }

    private static double envelope(double seconds) {
        if (seconds < ATTACK_SECONDS) {
            double rise = Math.sin(Math.PI / 2 * seconds / ATTACK_SECONDS);
            return rise * rise;
        }
        return Math.cos(Math.PI / 2 * (seconds - ATTACK_SECONDS) / (LENGTH_SECONDS - ATTACK_SECONDS));
    }

    /** Returns a number of [0, 1) that looks random, by the mixing step of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static double fraction(long number) {
        long z = (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }
}
