package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;

/** Takes the colour out and leaves the light as it is. */
@Component(service = EffectProvider.class)
public final class Grey implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.grey", "1", "Grey", List.of());
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new GreyProcessor();
    }
}
