package org.reelbench.media.ffmpeg.internal.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.osgi.service.component.annotations.Component;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.EffectProvider;

/**
 * Moves, scales and turns the picture within its own frame, between other effects. What the clip's own transform does on the
 * canvas this does before it; what comes free is transparent.
 */
@Component(service = EffectProvider.class)
public final class Move implements EffectProvider {

    @Override
    public EffectDescriptor descriptor() {
        List<EffectParameter> parameters = new ArrayList<>();
        parameters.add(EffectParameter.number("right", "To the right, as part of the picture's width", 0, -2, 2));
        parameters.add(EffectParameter.number("down", "Down, as part of the picture's height", 0, -2, 2));
        parameters.add(EffectParameter.number("scaleX", "Width", 1, 0.02, 20));
        parameters.add(EffectParameter.number("scaleY", "Height", 1, 0.02, 20));
        parameters.add(EffectParameter.number("degrees", "Turn", 0, -3600, 3600));
        parameters.addAll(EffectParameter.point("anchor", "Point that holds", 0.5, 0.5));
        return new EffectDescriptor("org.reelbench.transform", "1", "Transform", parameters);
    }

    @Override
    public EffectBody create(SortedMap<String, Object> parameters) {
        return new MoveProcessor(parameters);
    }
}
