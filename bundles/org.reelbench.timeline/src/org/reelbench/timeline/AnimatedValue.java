package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Names a value of a clip that can be animated: a property of its own or a parameter of one of its effects.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param effectIndex which of the clip's effects, counted from 0; {@link #CLIP} for the clip itself
 * @param name the name of the property, see {@link Animated}, or of the effect's parameter
 */
public record AnimatedValue(int effectIndex, String name) {

    /** Stands for the clip itself in place of one of its effects. */
    public static final int CLIP = -1;

    /**
     * Creates the name of a value.
     *
     * @throws IllegalArgumentException if the index is below {@link #CLIP}, or the clip has no such property
     */
    public AnimatedValue {
        if (effectIndex < CLIP) {
            throw new IllegalArgumentException("effects are counted from 0, not " + effectIndex);
        }
        if (effectIndex == CLIP) {
            // Refuses what is no property.
            Animated.least(name);
        }
    }

    /**
     * Names a property of clips.
     *
     * @param name the property, see {@link Animated}
     * @return the value's name
     * @throws IllegalArgumentException if clips have no such property
     */
    public static AnimatedValue ofClip(String name) {
        return new AnimatedValue(CLIP, name);
    }

    /**
     * Names a parameter of an effect.
     *
     * @param effectIndex which effect of the clip, counted from 0
     * @param parameter the parameter
     * @return the value's name
     * @throws IllegalArgumentException if the index is negative
     */
    public static AnimatedValue ofEffect(int effectIndex, String parameter) {
        if (effectIndex < 0) {
            throw new IllegalArgumentException("effects are counted from 0, not " + effectIndex);
        }
        return new AnimatedValue(effectIndex, parameter);
    }

    /**
     * Returns a clip in which nothing is animated: every value is at all frames what it was at one.
     *
     * @param clip the clip
     * @param frame the frame, counted from the clip's first one
     * @return the clip without curves
     */
    public static Clip allConstant(Clip clip, long frame) {
        Clip still = clip;
        for (Map.Entry<String, Curve> curve : clip.curves().entrySet()) {
            still = ofClip(curve.getKey()).withConstant(still, curve.getValue().valueAt(frame));
        }
        for (int index = 0; index < clip.effects().size(); index++) {
            for (Map.Entry<String, Curve> curve : clip.effects().get(index).curves().entrySet()) {
                still = ofEffect(index, curve.getKey()).withConstant(still, curve.getValue().valueAt(frame));
            }
        }
        return still;
    }

    /** Returns the curve a clip has for the value, or null; refuses an effect that is not there. */
    @Nullable
    Curve curveOf(Clip clip) {
        return (effectIndex == CLIP ? clip.curves() : effectOf(clip).curves()).get(name);
    }

    /** Returns a clip with a curve for the value; without one, it has the constant it had. */
    Clip withCurve(Clip clip, @Nullable Curve curve) {
        if (effectIndex == CLIP) {
            return clip.withCurves(changed(clip.curves(), curve));
        }
        AppliedEffect effect = effectOf(clip);
        return with(clip, effect.withCurves(changed(effect.curves(), curve)));
    }

    /** Returns a clip in which the value is the same at all frames. */
    Clip withConstant(Clip clip, double value) {
        Clip still = withCurve(clip, null);
        if (effectIndex == CLIP) {
            return withProperty(still, Math.clamp(value, Animated.least(name), Animated.greatest(name)));
        }
        AppliedEffect effect = effectOf(still);
        SortedMap<String, Object> parameters = new TreeMap<>(effect.parameters());
        boolean whole = parameters.get(name) instanceof Long;
        parameters.put(name, whole ? (Object) Math.round(value) : (Object) value);
        return with(still, effect.withParameters(parameters));
    }

    private Clip withProperty(Clip clip, double value) {
        return switch (name) {
        case Animated.OPACITY -> clip.withOpacity(value);
        case Animated.GAIN_DB -> clip.withGainDb(value);
        case Animated.PAN -> clip.withPan(value);
        default -> clip.withTransform(clip.transform().with(name, value));
        };
    }

    /** Returns a clip whose effect is changed. */
    Clip changed(Clip clip, UnaryOperator<AppliedEffect> change) {
        return with(clip, change.apply(effectOf(clip)));
    }

    private AppliedEffect effectOf(Clip clip) {
        if (effectIndex >= clip.effects().size()) {
            throw new IllegalArgumentException(
                    "clip " + clip.id() + " has " + clip.effects().size() + " effects, counted from 0: none is "
                            + effectIndex);
        }
        return clip.effects().get(effectIndex);
    }

    private Clip with(Clip clip, AppliedEffect changed) {
        List<AppliedEffect> effects = new ArrayList<>(clip.effects());
        effects.set(effectIndex, changed);
        return clip.withEffects(effects);
    }

    private SortedMap<String, Curve> changed(Map<String, Curve> curves, @Nullable Curve curve) {
        SortedMap<String, Curve> changed = new TreeMap<>(curves);
        if (curve == null) {
            changed.remove(name);
        } else {
            changed.put(name, curve);
        }
        return changed;
    }
}
