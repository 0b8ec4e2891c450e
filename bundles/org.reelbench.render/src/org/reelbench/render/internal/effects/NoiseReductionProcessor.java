package org.reelbench.render.internal.effects;

import static org.reelbench.render.internal.effects.Described.number;

import java.util.Arrays;
import java.util.SortedMap;

import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/**
 * The code of the noise reduction: sound is taken apart into frequencies, four times within a window, each is turned down the
 * more of it is noise, and put together again. The two sides are one complex number, whose spectrum one gain for both keeps apart.
 */
final class NoiseReductionProcessor implements SoundProcessor {

    private static final int SIZE = 2048;
    private static final int HOP = SIZE / 4;
    private static final double LEARNING_SECONDS = 2;
    /** Windows that lie four times over each other add up to so much. */
    private static final double OVERLAP = 1.5;
    /** Noise varies; so many times as loud as it was shortly before, it is something else. */
    private static final double SUDDEN = 6;

    private final Fourier fourier = new Fourier(SIZE);
    private final double[] window = new double[SIZE];
    private final double[] left = new double[SIZE];
    private final double[] right = new double[SIZE];
    private final double[] power = new double[SIZE / 2 + 1];
    private final double[] noise = new double[SIZE / 2 + 1];
    private final double[] mean = new double[SIZE / 2 + 1];
    private final double[] gains = new double[SIZE / 2 + 1];
    private double reductionDb;
    private double sensitivity;
    private NoiseFloor floor = new NoiseFloor(1, 1);
    private int spectra = 1;
    private float[][] heard = {};
    private double[][] made = {};
    private int inHop;

    NoiseReductionProcessor(SortedMap<String, Object> values) {
        reductionDb = number(values, "reductionDb");
        sensitivity = number(values, "sensitivity");
        for (int i = 0; i < SIZE; i++) {
            window[i] = (1 - StrictMath.cos(2 * Math.PI * i / SIZE)) / 2;
        }
    }

    @Override
    public void prepare(int sampleRateHz, int channels) {
        spectra = (int) (LEARNING_SECONDS * sampleRateHz / HOP);
        floor = new NoiseFloor(SIZE / 2 + 1, spectra);
        heard = new float[channels][SIZE];
        made = new double[channels][SIZE];
    }

    @Override
    public EffectReach reach() {
        return new EffectReach((NoiseFloor.remembered(spectra) + 8L) * HOP, SIZE);
    }

    @Override
    public void reset(long firstSample) {
        floor.reset();
        for (int c = 0; c < heard.length; c++) {
            Arrays.fill(heard[c], 0);
            Arrays.fill(made[c], 0);
        }
        // Windows lie at the same places however it began.
        inHop = (int) Math.floorMod(firstSample, (long) HOP);
    }

    @Override
    public void set(String parameter, double value) {
        switch (parameter) {
        case "reductionDb" -> reductionDb = value;
        case "sensitivity" -> sensitivity = value;
        default -> throw new IllegalArgumentException("'" + parameter + "' is no parameter of the noise reduction");
        }
    }

    @Override
    public void process(float[][] channels, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            for (int c = 0; c < channels.length; c++) {
                heard[c][SIZE - HOP + inHop] = channels[c][i];
                channels[c][i] = (float) made[c][inHop];
            }
            inHop++;
            if (inHop == HOP) {
                inHop = 0;
                transform();
            }
        }
    }

    /** Works on a window that is full, and moves on by a hop. */
    private void transform() {
        boolean two = heard.length > 1;
        for (int i = 0; i < SIZE; i++) {
            left[i] = heard[0][i] * window[i];
            right[i] = two ? heard[1][i] * window[i] : 0;
        }
        fourier.forward(left, right);
        for (int f = 0; f <= SIZE / 2; f++) {
            int mirrored = SIZE - f & SIZE - 1;
            power[f] = left[f] * left[f] + right[f] * right[f] + left[mirrored] * left[mirrored]
                    + right[mirrored] * right[mirrored];
        }
        floor.learn(power, noise, mean);
        turnDown();
        fourier.backward(left, right);
        for (int c = 0; c < heard.length; c++) {
            double[] samples = c == 0 ? left : right;
            System.arraycopy(heard[c], HOP, heard[c], 0, SIZE - HOP);
            System.arraycopy(made[c], HOP, made[c], 0, SIZE - HOP);
            Arrays.fill(made[c], SIZE - HOP, SIZE, 0);
            for (int i = 0; i < SIZE; i++) {
                made[c][i] += samples[i] * window[i] / (SIZE * OVERLAP);
            }
        }
    }

    private void turnDown() {
        double least = Decibels.factor(-reductionDb);
        for (int f = 0; f <= SIZE / 2; f++) {
            double rest = mean[f] > 0 ? 1 - sensitivity * noise[f] / Math.max(mean[f], power[f] / SUDDEN) : 1;
            gains[f] = Math.clamp(rest, least, 1);
        }
        for (int f = 0; f <= SIZE / 2; f++) {
            // Neighbours share their gains, or single tones would ring where noise was.
            double gain = (gains[Math.max(0, f - 1)] + 2 * gains[f] + gains[Math.min(SIZE / 2, f + 1)]) / 4;
            left[f] *= gain;
            right[f] *= gain;
            if (f > 0 && f < SIZE / 2) {
                left[SIZE - f] *= gain;
                right[SIZE - f] *= gain;
            }
        }
    }
}
