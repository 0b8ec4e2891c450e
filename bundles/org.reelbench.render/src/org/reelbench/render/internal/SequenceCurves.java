package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.render.Layer;
import org.reelbench.render.Ramp;
import org.reelbench.render.Source;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;

/**
 * Moves the keyframes of clips, counted from their first frames, to frames of the sequence: two halves of a clip then have the
 * same curves, and a razor cut is no border.
 */
public final class SequenceCurves {

    private SequenceCurves() {
    }

    /** Returns what is seen of a clip that lies at a place; sound's curves are left out. */
    public static Layer.Look look(Clip clip, long startFrame, Source source, @Nullable Ramp ramp, @Nullable Ramp fade) {
        try {
            SortedMap<String, Curve> curves = new TreeMap<>(clip.curves());
            curves.keySet().removeAll(Animated.HEARD);
            List<AppliedEffect> effects = new ArrayList<>(PluginGenerators.effects(source.content()));
            for (AppliedEffect effect : clip.effects()) {
                if (effect.enabled()) {
                    effects.add(shifted(effect, startFrame));
                }
            }
            return new Layer.Look(source, clip.transform(), clip.opacity(), clip.picture().blend(),
                    shifted(curves, startFrame), effects, ramp, fade, "", null);
        } catch (IllegalArgumentException e) {
            // Only keyframes at the end of all numbers cannot be moved.
            return new Layer.Look(source, clip.transform(), clip.opacity(), clip.picture().blend(), new TreeMap<>(),
                    List.of(), ramp, fade, "clip " + clip.id() + ": " + e.getMessage(), null);
        }
    }

    /** Returns the transition of a plug-in as the effect that it is on the incoming clip. */
    public static AppliedEffect progress(String kind, long startFrame, long lengthFrames) {
        double half = 0.5 / lengthFrames;
        List<Keyframe> keyframes = new ArrayList<>(List.of(new Keyframe(startFrame, half, Interpolation.LINEAR)));
        if (lengthFrames > 1) {
            keyframes.add(new Keyframe(startFrame + lengthFrames - 1, 1 - half, Interpolation.LINEAR));
        }
        return new AppliedEffect(kind, new TreeMap<>())
                .withCurves(new TreeMap<>(Map.of(EffectDescriptor.PROGRESS, new Curve(keyframes))));
    }

    /**
     * Returns an effect with its curves over frames of the sequence.
     *
     * @throws IllegalArgumentException if a keyframe would be out of range
     */
    static AppliedEffect shifted(AppliedEffect effect, long startFrame) {
        // Which version it was made with is nothing that is seen or heard: the installed one is applied.
        return effect.withVersion("").withCurves(shifted(effect.curves(), startFrame));
    }

    private static SortedMap<String, Curve> shifted(Map<String, Curve> curves, long deltaFrames) {
        SortedMap<String, Curve> shifted = new TreeMap<>();
        curves.forEach((name, curve) -> shifted.put(name, curve.shifted(deltaFrames)));
        return shifted;
    }
}
