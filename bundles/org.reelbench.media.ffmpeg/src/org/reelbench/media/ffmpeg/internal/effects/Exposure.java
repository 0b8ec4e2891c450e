package org.reelbench.media.ffmpeg.internal.effects;

import static org.reelbench.media.ffmpeg.internal.effects.Texts.number;
import static org.reelbench.media.ffmpeg.internal.effects.Texts.text;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;

/** More or less light, as a camera's exposure would give. */
@Component(service = EffectProvider.class)
public final class Exposure implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.exposure", "1", "Exposure",
                List.of(EffectParameter.number("stops", "Stops", 0, -3, 3),
                        EffectParameter.number("black", "Black", 0, -1, 1)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new FilterText("exposure=exposure=" + text(number(parameters, "stops")) + ":black="
                + text(number(parameters, "black")));
    }
}
