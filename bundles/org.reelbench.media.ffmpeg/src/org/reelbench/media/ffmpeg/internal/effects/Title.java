package org.reelbench.media.ffmpeg.internal.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;

/** Writes a text over the picture, with the fonts that come with the program. */
@Component(service = EffectProvider.class)
public final class Title implements EffectProvider {

    private static final int LONGEST = 4000;

    @Override
    public EffectDescriptor descriptor() {
        List<EffectParameter> parameters = new ArrayList<>();
        parameters.add(EffectParameter.text("text", "Text", "Title", LONGEST));
        parameters.add(EffectParameter.choice("font", "Font", List.of("sans", "sans bold", "serif", "mono")));
        parameters.add(EffectParameter.number("size", "Size, as part of the picture's height", 0.1, 0.005, 1));
        parameters.add(EffectParameter.choice("align", "Align", List.of("center", "left", "right")));
        parameters.addAll(EffectParameter.point("place", "Place", 0.5, 0.5));
        parameters.add(EffectParameter.number("lineWidth", "Longest line, as part of the picture's width; 0 for any", 0.9, 0, 2));
        parameters.add(EffectParameter.color("color", "Colour", "#ffffff"));
        parameters.add(EffectParameter.number("opacity", "Opacity", 1, 0, 1));
        parameters.add(EffectParameter.color("boxColor", "Colour of the box behind", "#000000"));
        parameters.add(EffectParameter.number("boxOpacity", "Opacity of the box", 0, 0, 1));
        return new EffectDescriptor("org.reelbench.title", "1", "Title", parameters);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new TitleProcessor(parameters);
    }
}
