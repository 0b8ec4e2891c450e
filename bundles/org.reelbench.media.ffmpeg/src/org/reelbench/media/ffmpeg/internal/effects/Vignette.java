package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;

/** Darkens the picture towards its corners. */
@Component(service = EffectProvider.class)
public final class Vignette implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.vignette", "1", "Vignette",
                List.of(EffectParameter.number("strength", "Strength", 0.5, 0, 1)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new VignetteProcessor(parameters);
    }
}
