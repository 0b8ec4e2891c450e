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

/** Brightness, contrast about middle grey, and saturation, in one pass over the picture. */
@Component(service = EffectProvider.class)
public final class ColorCorrection implements EffectProvider {

    private static final double STRONGEST = 3;

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.color", "1", "Brightness, contrast, saturation",
                List.of(EffectParameter.number("brightness", "Brightness", 0, -1, 1),
                        EffectParameter.number("contrast", "Contrast", 1, 0, STRONGEST),
                        EffectParameter.number("saturation", "Saturation", 1, 0, STRONGEST)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        double brightness = number(parameters, "brightness");
        double contrast = number(parameters, "contrast");
        double saturation = number(parameters, "saturation");
        if (brightness == 0 && contrast == 1 && saturation == 1) {
            return Texts.UNCHANGED;
        }
        // The filter cuts off fractions: half a step is added so that it rounds.
        String luma = "(val-(minval+maxval)/2)*" + text(contrast) + "+(minval+maxval)/2+(maxval-minval)*" + text(brightness)
                + "+0.5";
        String chroma = "(val-128)*" + text(saturation) + "+128.5";
        return new FilterText("lutyuv=y=" + luma + ":u=" + chroma + ":v=" + chroma + ":a=val");
    }
}
