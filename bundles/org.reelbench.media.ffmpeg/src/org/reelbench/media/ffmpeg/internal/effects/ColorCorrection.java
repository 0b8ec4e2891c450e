package org.reelbench.media.ffmpeg.internal.effects;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;

/** Brightness, contrast about middle grey, and saturation, in one pass over the picture. */
@Component(service = EffectProvider.class)
public final class ColorCorrection implements EffectProvider {

    private static final double STRONGEST = 3;

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.color", "2", "Brightness, contrast, saturation",
                List.of(EffectParameter.number("brightness", "Brightness", 0, -1, 1),
                        EffectParameter.number("contrast", "Contrast", 1, 0, STRONGEST),
                        EffectParameter.number("saturation", "Saturation", 1, 0, STRONGEST)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new ColorProcessor(parameters);
    }
}
