package org.reelbench.render.internal.effects;

import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.media.EffectReach;
import org.reelbench.media.SoundProcessor;

/** The code of the equalizer: five filters in a row. */
final class EqualizerProcessor implements SoundProcessor {

    /** Where the cut below does nothing, and the one above. */
    static final double LOWEST_HZ = 20;
    static final double HIGHEST_HZ = 20_000;

    /** How long all five ring until it cannot be heard, at their lowest and narrowest. */
    private static final double RINGING_SECONDS = 1;

    private final SortedMap<String, Double> values = new TreeMap<>();
    private Biquad[] filters = {};
    private int sampleRateHz;
    private boolean changed = true;

    EqualizerProcessor(SortedMap<String, Object> given) {
        given.forEach((name, value) -> values.put(name, (Double) value));
    }

    @Override
    public void prepare(int rateHz, int channels) {
        sampleRateHz = rateHz;
        filters = new Biquad[5];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = new Biquad(channels);
        }
    }

    @Override
    public EffectReach reach() {
        return new EffectReach((long) (RINGING_SECONDS * sampleRateHz), 0);
    }

    @Override
    public void reset(long firstSample) {
        for (Biquad filter : filters) {
            filter.reset();
        }
    }

    @Override
    public void set(String parameter, double value) {
        values.put(parameter, value);
        changed = true;
    }

    @Override
    public void process(float[][] channels, int offset, int count) {
        if (changed) {
            changed = false;
            shape();
        }
        for (Biquad filter : filters) {
            filter.process(channels, offset, count);
        }
    }

    private void shape() {
        double below = value("lowCutHz");
        if (below <= LOWEST_HZ) {
            filters[0].flat();
        } else {
            filters[0].highPass(below, sampleRateHz);
        }
        filters[1].lowShelf(value("lowHz"), value("lowDb"), sampleRateHz);
        filters[2].peak(value("midHz"), value("midDb"), value("midQuality"), sampleRateHz);
        filters[3].highShelf(value("highHz"), value("highDb"), sampleRateHz);
        double above = value("highCutHz");
        if (above >= HIGHEST_HZ) {
            filters[4].flat();
        } else {
            filters[4].lowPass(above, sampleRateHz);
        }
    }

    private double value(String name) {
        return values.get(name);
    }
}
