package org.reelbench.timeline.internal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;

/**
 * Changes all curves of a clip alike, those of its effects too: all are counted from its first frame.
 * <p>
 * Without state, safe for every thread.
 */
final class ClipCurves {

    private ClipCurves() {
    }

    static Clip changed(Clip clip, UnaryOperator<Curve> change) {
        Clip changed = clip.curves().isEmpty() ? clip : clip.withCurves(changed(clip.curves(), change));
        if (clip.effects().stream().allMatch(effect -> effect.curves().isEmpty())) {
            return changed;
        }
        List<AppliedEffect> effects = clip.effects().stream()
                .map(effect -> effect.withCurves(changed(effect.curves(), change))).toList();
        return changed.withEffects(effects);
    }

    private static SortedMap<String, Curve> changed(SortedMap<String, Curve> curves, UnaryOperator<Curve> change) {
        SortedMap<String, Curve> changed = new TreeMap<>();
        curves.forEach((name, curve) -> changed.put(name, change.apply(curve)));
        return changed;
    }
}
