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

/** Makes edges stand out, by what a slight blur would take away. */
@Component(service = EffectProvider.class)
public final class Sharpen implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.sharpen", "1", "Sharpen",
                List.of(EffectParameter.number("amount", "Amount", 1, 0, 3)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        // Lightness alone: sharpened colour only shows the half-sized samples it is made of.
        return new FilterText("unsharp=lx=5:ly=5:la=" + text(number(parameters, "amount")) + ":ca=0");
    }
}
