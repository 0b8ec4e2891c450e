package org.reelbench.render.internal.effects;

import static org.reelbench.render.internal.effects.Described.number;

import java.util.Arrays;
import java.util.SortedMap;

import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/**
 * The code of the reverb: eight delay lines whose ends are mixed into each other's starts by a reflection that neither adds nor
 * loses energy (a feedback delay network after Jot); each line fades so that all decay alike.
 */
final class ReverbProcessor implements SoundProcessor {

    private static final double[] LINES_MS = { 29.7, 33.1, 37.9, 41.3, 44.9, 50.3, 55.7, 61.1 };
    private static final double DECAYED_DB = -60;
    private static final double MOST_PRE_DELAY_MS = 200;
    private static final double MS = 1000;
    private static final double LEVEL = 0.35;

    private final double longestSeconds;
    private final double longestPreDelayMs;
    private double mix;
    private double decaySeconds;
    private double preDelayMs;
    private double damping;
    private int sampleRateHz;
    private boolean changed = true;

    private float[][] before = {};
    private final float[][] lines = new float[LINES_MS.length][];
    private final int[] places = new int[LINES_MS.length];
    private final double[] fading = new double[LINES_MS.length];
    private final double[] dull = new double[LINES_MS.length];
    private final double[] ends = new double[LINES_MS.length];
    private int place;
    private int preDelay;

    ReverbProcessor(SortedMap<String, Object> values) {
        mix = number(values, "mix");
        decaySeconds = number(values, "decaySeconds");
        preDelayMs = number(values, "preDelayMs");
        damping = number(values, "damping");
        longestSeconds = decaySeconds;
        longestPreDelayMs = preDelayMs;
    }

    @Override
    public void prepare(int rateHz, int channels) {
        sampleRateHz = rateHz;
        before = new float[channels][(int) (MOST_PRE_DELAY_MS / MS * rateHz) + 1];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new float[(int) (LINES_MS[i] / MS * rateHz)];
        }
    }

    @Override
    public EffectReach reach() {
        double tail = longestSeconds * Decibels.INAUDIBLE / DECAYED_DB + LINES_MS[LINES_MS.length - 1] / MS;
        return new EffectReach((long) ((tail + longestPreDelayMs / MS) * sampleRateHz), 0);
    }

    @Override
    public void reset(long firstSample) {
        for (float[] channel : before) {
            Arrays.fill(channel, 0);
        }
        for (float[] line : lines) {
            Arrays.fill(line, 0);
        }
        Arrays.fill(dull, 0);
        Arrays.fill(places, 0);
        place = 0;
    }

    @Override
    public void set(String parameter, double value) {
        switch (parameter) {
        case "mix" -> mix = value;
        case "decaySeconds" -> decaySeconds = Math.min(value, longestSeconds);
        case "preDelayMs" -> preDelayMs = Math.min(value, longestPreDelayMs);
        case "damping" -> damping = value;
        default -> throw new IllegalArgumentException("'" + parameter + "' is no parameter of the reverb");
        }
        changed = true;
    }

    private void shape() {
        preDelay = (int) (preDelayMs / MS * sampleRateHz);
        for (int i = 0; i < lines.length; i++) {
            fading[i] = Decibels.factor(DECAYED_DB * lines[i].length / (decaySeconds * sampleRateHz));
        }
    }

    @Override
    public void process(float[][] channels, int offset, int count) {
        if (changed) {
            changed = false;
            shape();
        }
        double softening = damping * 0.8;
        for (int i = offset; i < offset + count; i++) {
            double sum = 0;
            for (int l = 0; l < lines.length; l++) {
                double end = lines[l][places[l]];
                // What is dulled loses its heights on every way through a line.
                dull[l] = end + (dull[l] - end) * softening;
                ends[l] = dull[l] * fading[l];
                sum += ends[l];
            }
            double reflected = sum * 2 / lines.length;
            for (int l = 0; l < lines.length; l++) {
                float[] heard = before[l % channels.length];
                heard[place] = channels[l % channels.length][i];
                float in = heard[Math.floorMod(place - preDelay, heard.length)];
                lines[l][places[l]] = settled((float) (in * LEVEL + reflected - ends[l]));
                places[l] = places[l] + 1 == lines[l].length ? 0 : places[l] + 1;
            }
            place = place + 1 == before[0].length ? 0 : place + 1;
            for (int c = 0; c < channels.length; c++) {
                double wet = 0;
                for (int l = c; l < lines.length; l += channels.length) {
                    wet += l % 4 < 2 ? ends[l] : -ends[l];
                }
                channels[c][i] = (float) (channels[c][i] * (1 - mix) + wet * mix);
            }
        }
    }

    /** What has faded away must not slow the machine down by ever smaller numbers. */
    private static float settled(float sample) {
        return Math.abs(sample) < 1e-20f ? 0 : sample;
    }
}
