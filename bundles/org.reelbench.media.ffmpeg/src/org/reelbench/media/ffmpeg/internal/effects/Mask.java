package org.reelbench.media.ffmpeg.internal.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;

/** Shows a rectangle or an ellipse of the picture and makes the rest transparent, or the other way round. */
@Component(service = EffectProvider.class)
public final class Mask implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        List<EffectParameter> parameters = new ArrayList<>();
        parameters.add(EffectParameter.choice("shape", "Shape", List.of("rectangle", "ellipse")));
        parameters.addAll(EffectParameter.point("centre", "Centre", 0.5, 0.5));
        parameters.add(EffectParameter.number("width", "Width, as part of the picture's", 0.5, 0, 2));
        parameters.add(EffectParameter.number("height", "Height, as part of the picture's", 0.5, 0, 2));
        parameters.add(EffectParameter.number("degrees", "Turn", 0, -360, 360));
        parameters.add(EffectParameter.number("feather", "Soft edge, as part of the picture's height", 0, 0, 0.5));
        parameters.add(EffectParameter.flag("outside", "Show what is outside", false));
        return new EffectDescriptor("org.reelbench.mask", "1", "Mask", parameters);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new MaskProcessor(parameters);
    }
}
