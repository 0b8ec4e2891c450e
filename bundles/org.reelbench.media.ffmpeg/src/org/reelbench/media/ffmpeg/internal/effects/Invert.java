package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;

/** The negative: each colour becomes its opposite. */
@Component(service = EffectProvider.class)
public final class Invert implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.invert", "1", "Invert", List.of());
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new InvertProcessor();
    }
}
