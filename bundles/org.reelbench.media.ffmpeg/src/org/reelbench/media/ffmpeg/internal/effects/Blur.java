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

/** A Gaussian blur. */
@Component(service = EffectProvider.class)
public final class Blur implements EffectProvider {

    private static final double MAXIMUM_PX = 200;

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.blur", "1", "Blur",
                List.of(EffectParameter.number("radiusPx", "Radius", 4, 0, MAXIMUM_PX)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        double radius = number(parameters, "radiusPx");
        if (radius == 0) {
            return Texts.UNCHANGED;
        }
        // In one step the filter is nearer to an exponential than to a Gaussian. It counts in samples of each plane: colour
        // at half size needs half the radius, or colours run out of their shapes.
        return new FilterText("format=pix_fmts=yuv420p|yuva420p," + gaussian(radius, "9") + "," + gaussian(radius / 2, "6"));
    }

    /** Both directions are named: a filter that runs would keep the vertical one it began with. */
    private static String gaussian(double radius, String planes) {
        return "gblur=sigma=" + text(radius) + ":sigmaV=" + text(radius) + ":steps=2:planes=" + planes;
    }
}
