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

/** Turns all colours round the circle, and makes them stronger or weaker. */
@Component(service = EffectProvider.class)
public final class Hue implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.hue", "1", "Hue",
                List.of(EffectParameter.number("degrees", "Turn", 0, -180, 180),
                        EffectParameter.number("saturation", "Saturation", 0, -1, 1),
                        EffectParameter.number("intensity", "Intensity", 0, -1, 1)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new FilterText("huesaturation=hue=" + text(number(parameters, "degrees")) + ":saturation="
                + text(number(parameters, "saturation")) + ":intensity=" + text(number(parameters, "intensity")));
    }
}
