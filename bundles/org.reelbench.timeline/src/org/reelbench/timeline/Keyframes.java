package org.reelbench.timeline;

import java.util.List;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.internal.ClipEdits;

/**
 * The edits of animated values and of whether an effect is applied, as pure functions.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too; an edit also costs the number of
 * keyframes of the value. Frames are counted from the clip's first one, and may lie before it or behind its end, where a keyframe
 * still shapes what is seen inside. No edit here changes how long a clip is.
 */
public final class Keyframes {

    private Keyframes() {
    }

    /**
     * Animates a value by a curve, or stops animating it.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param value which value
     * @param curve the curve; null for none, so that the constant counts again that the value had before it was animated
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or effect, its track is locked, a value is out of its range or the effect's
     *         parameter is a text, true or false
     */
    public static Sequence setCurve(Sequence sequence, Id clip, AnimatedValue value, @Nullable Curve curve) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> value.withCurve(old, curve));
    }

    /**
     * Sets the value at a frame: adds a keyframe or puts it in place of the one on that frame. The first keyframe of a value
     * begins its animation.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param value which value
     * @param keyframe the keyframe
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or effect, its track is locked, the value is out of its range or the effect's
     *         parameter is a text, true or false
     */
    public static Sequence set(Sequence sequence, Id clip, AnimatedValue value, Keyframe keyframe) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> {
            Curve curve = value.curveOf(old);
            return value.withCurve(old, curve == null ? new Curve(List.of(keyframe)) : curve.with(keyframe));
        });
    }

    /**
     * Takes a keyframe away. With the last one the animation ends, and the value stays what that keyframe said.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param value which value
     * @param frame the frame of the keyframe
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, effect or keyframe, or its track is locked
     */
    public static Sequence remove(Sequence sequence, Id clip, AnimatedValue value, long frame) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> {
            List<Keyframe> all = keyframes(old, value);
            Keyframe removed = at(all, value, frame);
            List<Keyframe> left = all.stream().filter(each -> each != removed).toList();
            return left.isEmpty() ? value.withConstant(old, removed.value()) : value.withCurve(old, new Curve(left));
        });
    }

    /**
     * Moves a keyframe to another frame, past others if need be; one that is there already is replaced.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param value which value
     * @param frame the frame of the keyframe
     * @param toFrame the frame it goes to
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, effect or keyframe, its track is locked or the frame it goes to is out of
     *         range
     */
    public static Sequence move(Sequence sequence, Id clip, AnimatedValue value, long frame, long toFrame) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> {
            List<Keyframe> all = keyframes(old, value);
            Keyframe moved = at(all, value, frame);
            Keyframe there = new Keyframe(toFrame, moved.value(), moved.toNext());
            List<Keyframe> others = all.stream().filter(each -> each != moved).toList();
            return value.withCurve(old, others.isEmpty() ? new Curve(List.of(there)) : new Curve(others).with(there));
        });
    }

    /**
     * Makes a value constant from now on.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param value which value
     * @param constant what it is at all frames; a parameter that is a whole number is rounded
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or effect, its track is locked, the constant is not finite or the effect's
     *         parameter is a text, true or false
     */
    public static Sequence setConstant(Sequence sequence, Id clip, AnimatedValue value, double constant) throws EditRefused {
        // A curve of one keyframe first: it refuses what cannot be such a value.
        return ClipEdits.change(sequence, clip, old -> value.withConstant(
                value.withCurve(old, new Curve(List.of(new Keyframe(0, constant, Interpolation.HOLD)))), constant));
    }

    /**
     * Switches an effect of a clip on or off; all it is set to stays.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param effectIndex which effect, counted from 0
     * @param enabled whether it is applied
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or effect, or its track is locked
     */
    public static Sequence setEnabled(Sequence sequence, Id clip, int effectIndex, boolean enabled) throws EditRefused {
        UnaryOperator<AppliedEffect> change = effect -> effect.withEnabled(enabled);
        return ClipEdits.change(sequence, clip, old -> AnimatedValue.ofEffect(effectIndex, "").changed(old, change));
    }

    private static List<Keyframe> keyframes(Clip clip, AnimatedValue value) {
        Curve curve = value.curveOf(clip);
        return curve == null ? List.of() : curve.keyframes();
    }

    private static Keyframe at(List<Keyframe> keyframes, AnimatedValue value, long frame) {
        return keyframes.stream().filter(each -> each.frame() == frame).findFirst().orElseThrow(
                () -> new IllegalArgumentException(value.name() + " has no keyframe at frame " + frame + " of the clip"));
    }
}
