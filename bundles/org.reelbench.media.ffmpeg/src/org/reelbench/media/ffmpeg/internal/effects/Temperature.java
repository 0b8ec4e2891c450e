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

/** Makes the light warmer or colder. */
@Component(service = EffectProvider.class)
public final class Temperature implements EffectProvider {

    private static final double DAYLIGHT_KELVIN = 6500;

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.temperature", "1", "Colour temperature",
                List.of(EffectParameter.number("kelvin", "Temperature", DAYLIGHT_KELVIN, 1000, 40000),
                        EffectParameter.number("mix", "Strength", 1, 0, 1),
                        EffectParameter.number("keepLightness", "Keep the lightness", 0, 0, 1)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new FilterText("colortemperature=temperature=" + text(number(parameters, "kelvin")) + ":mix="
                + text(number(parameters, "mix")) + ":pl=" + text(number(parameters, "keepLightness")));
    }
}
