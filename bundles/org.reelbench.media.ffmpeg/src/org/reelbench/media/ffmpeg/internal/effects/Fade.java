package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;

/** Lets the picture go into a colour, or into nothing. */
@Component(service = EffectProvider.class)
public final class Fade implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.fade", "1", "Fade",
                List.of(EffectParameter.number("amount", "Amount", 0.5, 0, 1),
                        EffectParameter.choice("into", "Into", List.of("color", "transparent")),
                        EffectParameter.color("color", "Colour", "#000000")));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new FadeProcessor(parameters);
    }
}
