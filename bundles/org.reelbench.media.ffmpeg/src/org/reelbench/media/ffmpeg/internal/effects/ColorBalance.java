package org.reelbench.media.ffmpeg.internal.effects;

import static org.reelbench.media.ffmpeg.internal.effects.Texts.flag;
import static org.reelbench.media.ffmpeg.internal.effects.Texts.number;
import static org.reelbench.media.ffmpeg.internal.effects.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;

/** More or less red, green and blue, apart for shadows, midtones and highlights. */
@Component(service = EffectProvider.class)
public final class ColorBalance implements EffectProvider {

    private static final List<String> TONES = List.of("shadows", "midtones", "highlights");
    private static final List<String> COLORS = List.of("Red", "Green", "Blue");

    @Override
    public EffectDescriptor descriptor() {
        List<EffectParameter> parameters = new ArrayList<>();
        for (String tone : TONES) {
            for (String color : COLORS) {
                parameters.add(EffectParameter.number(tone + color, color + " in " + tone, 0, -1, 1));
            }
        }
        parameters.add(EffectParameter.flag("keepLightness", "Keep the lightness", false));
        return new EffectDescriptor("org.reelbench.colorBalance", "1", "Colour balance", parameters);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        StringBuilder chain = new StringBuilder("colorbalance=");
        for (String tone : TONES) {
            for (String color : COLORS) {
                // The filter's options are made of the first letters: rs, gm, bh.
                chain.append(Character.toLowerCase(color.charAt(0))).append(tone.charAt(0)).append('=')
                        .append(text(number(parameters, tone + color))).append(':');
            }
        }
        return new FilterText(chain.append("pl=").append(flag(parameters, "keepLightness") ? 1 : 0).toString());
    }
}
