package org.reelbench.render.internal.effects;

import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.SoundProcessor;

/** Lets sound be heard in a room. */
@Component(service = EffectProvider.class)
public final class Reverb implements EffectProvider {

    private static final EffectDescriptor DESCRIPTOR = Described.sound("reverb", "Reverb", ReverbProcessor::new,
            EffectParameter.number("mix", "How much", 0.25, 0, 1),
            EffectParameter.number("decaySeconds", "Decay to -60 dB, seconds", 1.2, 0.1, 5),
            EffectParameter.number("preDelayMs", "Before it begins, ms", 10, 0, 200),
            EffectParameter.number("damping", "Dullness", 0.4, 0, 1));

    @Override
    public EffectDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public SoundProcessor create(SortedMap<String, Object> parameters) {
        return new ReverbProcessor(parameters);
    }
}
