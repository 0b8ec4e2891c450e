package org.reelbench.render.internal.effects;

import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.SoundProcessor;

/** Makes what is loud less loud, so that speech stays in front. */
@Component(service = EffectProvider.class)
public final class Compressor implements EffectProvider {

    private static final EffectDescriptor DESCRIPTOR = Described.sound("compressor", "Compressor", CompressorProcessor::new,
            EffectParameter.number("thresholdDb", "From, dB", -20, -60, 0),
            EffectParameter.number("ratio", "Ratio", 3, 1, 20),
            EffectParameter.number("kneeDb", "Knee, dB", 6, 0, 24),
            EffectParameter.number("attackMs", "Attack, ms", 10, 0.1, 200),
            EffectParameter.number("releaseMs", "Release, ms", 150, 10, 1000),
            EffectParameter.number("makeupDb", "Make up, dB", 0, 0, 24));

    @Override
    public EffectDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public SoundProcessor create(SortedMap<String, Object> parameters) {
        return new CompressorProcessor(parameters);
    }
}
