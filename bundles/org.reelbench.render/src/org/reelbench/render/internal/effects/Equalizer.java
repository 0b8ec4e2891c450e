package org.reelbench.render.internal.effects;

import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.SoundProcessor;

/** Raises and lowers parts of what can be heard: cuts at both ends, a shelf below, a peak between and a shelf above. */
@Component(service = EffectProvider.class)
public final class Equalizer implements EffectProvider {

    private static final double MOST_DB = 18;
    private static final EffectDescriptor DESCRIPTOR = Described.sound("equalizer", "Equalizer", EqualizerProcessor::new,
            EffectParameter.number("lowCutHz", "Cut below, Hz", EqualizerProcessor.LOWEST_HZ, EqualizerProcessor.LOWEST_HZ, 1000),
            EffectParameter.number("lowHz", "Low shelf, Hz", 120, 40, 1000),
            EffectParameter.number("lowDb", "Low shelf, dB", 0, -MOST_DB, MOST_DB),
            EffectParameter.number("midHz", "Middle, Hz", 1000, 100, 12_000),
            EffectParameter.number("midDb", "Middle, dB", 0, -MOST_DB, MOST_DB),
            EffectParameter.number("midQuality", "Middle, how narrow", 1, 0.2, 6),
            EffectParameter.number("highHz", "High shelf, Hz", 6000, 1000, 16_000),
            EffectParameter.number("highDb", "High shelf, dB", 0, -MOST_DB, MOST_DB),
            EffectParameter.number("highCutHz", "Cut above, Hz", EqualizerProcessor.HIGHEST_HZ, 1000,
                    EqualizerProcessor.HIGHEST_HZ));

    @Override
    public EffectDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public SoundProcessor create(SortedMap<String, Object> parameters) {
        return new EqualizerProcessor(parameters);
    }
}
