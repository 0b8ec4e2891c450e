package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;

/** Shows what was there in the frames before, fading, behind what is there now. */
@Component(service = EffectProvider.class)
public final class Trails implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.trails", "1", "Trails",
                List.of(EffectParameter.number("strength", "Strength", 0.5, 0, 0.9)),
                new EffectReach(TrailsProcessor.FRAMES, 0));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new TrailsProcessor(parameters);
    }
}
