package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.EffectReach;

/** Lets all that was shown since the clip began glow on, ever fainter, as the tube of an old screen does. */
@Component(service = EffectProvider.class)
public final class Afterglow implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.afterglow", "1", "Afterglow",
                List.of(EffectParameter.number("strength", "Strength", 0.8, 0, 0.99)),
                new EffectReach(EffectReach.UNBOUNDED, 0));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new AfterglowProcessor(parameters);
    }
}
