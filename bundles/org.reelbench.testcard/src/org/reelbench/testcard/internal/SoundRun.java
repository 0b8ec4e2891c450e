package org.reelbench.testcard.internal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;

/**
 * One effect on sound with its values, moved as a renderer moves them, over a sound that is a function of the sample's number.
 *
 * @param provider brings the effect
 * @param values its values, step by step
 * @param rateHz the rate
 * @param voice where in its sound it begins
 */
public record SoundRun(EffectProvider provider, EffectValues values, int rateHz, int voice) {

    /** How many values an animated parameter takes, one after the other, again and again. */
    public static final int STEPS = 100;

    private static final int CHANNELS = 2;
    private static final int STEP_SAMPLES = 64;
    private static final int LONGEST_CALL = 1024;
    private static final int LENGTH = 1 << 17;
    private static final float[][] SOUND = made();

    /**
     * Returns how far the effect reaches with these values.
     *
     * @return the reach in samples
     * @throws MediaException if it cannot be made
     */
    public EffectReach reach() throws MediaException {
        try (SoundProcessor processor = open()) {
            return processor.reach();
        }
    }

    private SoundProcessor open() throws MediaException {
        EffectDescriptor effect = provider.descriptor();
        SortedMap<String, Object> greatest = new TreeMap<>(values.from());
        values.to().forEach((name, value) -> greatest.merge(name, value,
                (one, other) -> one instanceof Double a && other instanceof Double b ? Math.max(a, b) : one));
        EffectBody body = provider.create(effect.check(greatest));
        if (!(body instanceof SoundProcessor processor)) {
            throw new AssertionError("the effect " + effect.id() + " makes no processor of sound");
        }
        processor.prepare(rateHz, CHANNELS);
        return processor;
    }

    /**
     * Renders a range.
     *
     * @param begin the sample that is fed first
     * @param first the first sample wanted
     * @param count how many
     * @param longestCall how many samples are fed at once at most
     * @return the samples of each channel
     * @throws MediaException if the effect fails
     */
    public float[][] render(int begin, int first, int count, int longestCall) throws MediaException {
        try (SoundProcessor processor = open()) {
            processor.reset(begin);
            boolean moves = !values.from().equals(values.to());
            int late = Math.toIntExact(processor.reach().ahead());
            float[][] rendered = new float[CHANNELS][count];
            float[][] call = new float[CHANNELS][LONGEST_CALL];
            for (int at = begin; at < first + count + late;) {
                int length = Math.min(Math.min(longestCall, LONGEST_CALL), first + count + late - at);
                if (moves) {
                    int inStep = Math.floorMod(at, STEP_SAMPLES);
                    length = Math.min(length, STEP_SAMPLES - inStep);
                    if (inStep == 0 || at == begin) {
                        set(processor, Math.floorDiv(at, STEP_SAMPLES));
                    }
                }
                for (int c = 0; c < CHANNELS; c++) {
                    for (int i = 0; i < length; i++) {
                        call[c][i] = SOUND[c][at + i + voice & LENGTH - 1];
                    }
                }
                processor.process(call, 0, length);
                for (int i = Math.max(0, first + late - at); i < length; i++) {
                    for (int c = 0; c < CHANNELS; c++) {
                        rendered[c][at - late - first + i] = call[c][i];
                    }
                }
                at += length;
            }
            return rendered;
        }
    }

    private void set(SoundProcessor processor, int step) {
        for (Map.Entry<String, Object> value : values.at(Math.floorMod(step, STEPS)).entrySet()) {
            EffectParameter parameter = provider.descriptor().parameter(value.getKey()).orElseThrow();
            if (parameter.isAnimatable() && !value.getValue().equals(values.to().get(value.getKey()))) {
                processor.set(value.getKey(), parameter.nearest((Double) value.getValue()));
            }
        }
    }

    /** Tones and noise that swell beyond full scale and fall silent, and clicks; it begins again and again. */
    private static float[][] made() {
        float[][] made = new float[CHANNELS][LENGTH];
        for (int c = 0; c < CHANNELS; c++) {
            for (int n = 0; n < LENGTH; n++) {
                long hash = n * 0x9E3779B97F4A7C15L + c;
                hash ^= hash >>> 31;
                double noise = (hash * 0xBF58476D1CE4E5B9L >> 40) / (double) (1 << 23);
                double swell = Math.max(0, 1.5 * Math.sin(n / 1700.0));
                double tone = Math.sin(n * 0.04) + 0.5 * Math.sin(n * 0.6 + c);
                made[c][n] = (float) (swell * (0.6 * tone + 0.3 * noise) + (n % 7777 == 0 ? 1 : 0));
            }
        }
        return made;
    }
}
