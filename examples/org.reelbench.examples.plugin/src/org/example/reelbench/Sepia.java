package org.example.reelbench;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;

/** The simplest kind of effect: text for the filter library, with one parameter. */
@Component
public final class Sepia implements EffectProvider {

    private static final EffectDescriptor DESCRIPTOR = new EffectDescriptor("org.example.sepia", "1", "Sepia",
            List.of(EffectParameter.number("strength", "Strength", 1, 0, 1)));

    @Override
    public EffectDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        double s = (Double) parameters.get("strength");
        double keep = 1 - s;
        return new FilterText("colorchannelmixer=rr=%s:rg=%s:rb=%s:gr=%s:gg=%s:gb=%s:br=%s:bg=%s:bb=%s".formatted(
                keep + 0.393 * s, 0.769 * s, 0.189 * s, 0.349 * s, keep + 0.686 * s, 0.168 * s, 0.272 * s, 0.534 * s,
                keep + 0.131 * s));
    }
}
