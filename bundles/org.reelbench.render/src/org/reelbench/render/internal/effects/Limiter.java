package org.reelbench.render.internal.effects;

import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.SoundProcessor;

/** Keeps a clip's sound below a level, between its samples too, without cutting its waves off. */
@Component(service = EffectProvider.class)
public final class Limiter implements EffectProvider {

    private static final EffectDescriptor DESCRIPTOR = Described.sound("limiter", "Limiter", LimiterProcessor::new,
            EffectParameter.number("driveDb", "Louder by, dB", 0, 0, 24),
            EffectParameter.number("ceilingDb", "At most, dB", -1.5, -24, 0),
            EffectParameter.number("releaseMs", "Release, ms", 200, 20, 1000));

    @Override
    public EffectDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public SoundProcessor create(SortedMap<String, Object> parameters) {
        return new LimiterProcessor(parameters);
    }
}
