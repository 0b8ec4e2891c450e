package org.reelbench.media.ffmpeg.internal.effects;

import static org.reelbench.media.ffmpeg.internal.effects.Texts.flag;

import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;

/** Left for right, top for bottom, or both. */
@Component(service = EffectProvider.class)
public final class Mirror implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        return new EffectDescriptor("org.reelbench.mirror", "1", "Mirror",
                List.of(EffectParameter.flag("horizontal", "Left for right", true),
                        EffectParameter.flag("vertical", "Top for bottom", false)));
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        boolean horizontal = flag(parameters, "horizontal");
        boolean vertical = flag(parameters, "vertical");
        if (!horizontal && !vertical) {
            return Texts.UNCHANGED;
        }
        return new FilterText(horizontal && vertical ? "vflip,hflip" : horizontal ? "hflip" : "vflip");
    }
}
