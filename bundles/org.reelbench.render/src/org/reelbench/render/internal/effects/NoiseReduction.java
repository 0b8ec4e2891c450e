package org.reelbench.render.internal.effects;

import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.SoundProcessor;

/** Takes away noise that is always there: hiss, hum and fans. It learns what the noise is from the last two seconds. */
@Component(service = EffectProvider.class, property = "reelbench.sound=noise-reduction")
public final class NoiseReduction implements EffectProvider {

    private static final EffectDescriptor DESCRIPTOR = Described.sound("denoise", "Noise reduction",
            NoiseReductionProcessor::new, EffectParameter.number("reductionDb", "By how much, dB", 12, 0, 40),
            EffectParameter.number("sensitivity", "What counts as noise", 1, 0.2, 4));

    @Override
    public EffectDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public SoundProcessor create(SortedMap<String, Object> parameters) {
        return new NoiseReductionProcessor(parameters);
    }
}
