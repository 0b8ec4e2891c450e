package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FLAG;
import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.LIST;
import static org.reelbench.project.ParameterType.NUMBER;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.ParameterType.WHOLE;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.internal.file.Places;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Keyframes;
import org.reelbench.timeline.Sequence;

/**
 * The edits of values that change over the frames of a clip.
 */
final class KeyframeOperations {

    private static final ParameterDescription CLIP = required("clip", ID, "the clip");
    private static final ParameterDescription PROPERTY = required("property", TEXT,
            "which value: " + String.join(", ", Animated.NAMES) + ", or with effectIndex a parameter of that effect");
    private static final ParameterDescription EFFECT = optional("effectIndex", WHOLE,
            "which of the clip's effects, counted from 0; without it the clip itself");
    private static final ParameterDescription FRAME = required("frame", FRAMES,
            "the frame, counted from the clip's first one; may lie outside of the clip");

    private KeyframeOperations() {
    }

    static List<Operation> all() {
        return List.of(
                onSequence(EditCommands.SET_KEYFRAME,
                        "Sets a value at a frame of a clip; the first keyframe of a value begins its"
                                + " animation.",
                        KeyframeOperations::set, CLIP, PROPERTY, FRAME,
                        required("value", NUMBER, "the value"),
                        optional("interpolation", TEXT, "the way to the next keyframe: hold, linear (without it this, or what it"
                                + " was) or the four numbers of a curve such as 0.4,0,0.6,1"),
                        EFFECT),
                onSequence(EditCommands.REMOVE_KEYFRAME, "Takes a keyframe away; with the last one the value becomes constant.",
                        KeyframeOperations::remove, CLIP, PROPERTY, FRAME, EFFECT),
                onSequence(EditCommands.MOVE_KEYFRAME, "Moves a keyframe, past others if need be; one that is there already is"
                        + " replaced.", KeyframeOperations::move, CLIP, PROPERTY, FRAME,
                        required("deltaFrames", FRAMES, "how far; below zero is earlier"), EFFECT),
                onSequence(EditCommands.SET_CURVE, "Animates a value by all its keyframes at once.", KeyframeOperations::setCurve,
                        CLIP, PROPERTY,
                        required("keyframes", LIST, "lists of frame and value, which goes straight to the next one; with \"hold\""
                                + " or the four numbers of a curve behind it goes as these say"),
                        EFFECT),
                onSequence(EditCommands.SET_CONSTANT, "Makes a value the same at all frames of a clip.",
                        KeyframeOperations::setConstant, CLIP, PROPERTY, required("value", NUMBER, "the value"), EFFECT),
                onSequence(EditCommands.SET_EFFECT_ENABLED, "Switches an effect of a clip on or off; all it is set to stays.",
                        KeyframeOperations::setEnabled, CLIP,
                        required("effectIndex", WHOLE, "which of the clip's effects, counted from 0"),
                        required("enabled", FLAG, "whether it is applied")));
    }

    private static AnimatedValue value(Editing editing, Clip clip) throws EditRefused {
        Parameters given = editing.parameters();
        String property = given.text("property");
        if (!given.has("effectIndex")) {
            if (!Animated.NAMES.contains(property)) {
                throw given.wrong("property", "one of " + String.join(", ", Animated.NAMES));
            }
            return AnimatedValue.ofClip(property);
        }
        return AnimatedValue.ofEffect(effectIndex(given, clip), property);
    }

    private static int effectIndex(Parameters given, Clip clip) throws EditRefused {
        int count = clip.effects().size();
        if (count == 0) {
            throw given.refused("clip " + Editing.shown(clip) + " has no effects");
        }
        return Math.toIntExact(given.whole("effectIndex", 0, count - 1));
    }

    private static long frame(Editing editing) throws EditRefused {
        return editing.frames("frame", -Keyframe.MAX_FRAME);
    }

    private static String of(Editing editing, Clip clip) throws EditRefused {
        return Places.shown(editing.parameters().text("property")) + " of " + Editing.shown(clip);
    }

    private static Outcome set(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        AnimatedValue value = value(editing, clip);
        long frame = frame(editing);
        Interpolation before = Interpolation.LINEAR;
        Curve curve = curveOf(clip, value);
        if (curve != null) {
            before = curve.keyframes().stream().filter(each -> each.frame() == frame).map(Keyframe::toNext).findFirst()
                    .orElse(before);
        }
        Interpolation toNext = CurveValues.interpolation(editing.parameters(), "interpolation", before);
        Keyframe keyframe = new Keyframe(frame, editing.parameters().number("value"), toNext);
        Sequence after = Keyframes.set(editing.sequence(), clip.id(), value, keyframe);
        return editing.outcome(after, "Set keyframe for " + of(editing, clip));
    }

    @Nullable
    private static Curve curveOf(Clip clip, AnimatedValue value) {
        if (value.effectIndex() == AnimatedValue.CLIP) {
            return clip.curves().get(value.name());
        }
        AppliedEffect effect = clip.effects().get(value.effectIndex());
        return effect.curves().get(value.name());
    }

    private static Outcome remove(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Sequence after = Keyframes.remove(editing.sequence(), clip.id(), value(editing, clip), frame(editing));
        return editing.outcome(after, "Remove keyframe for " + of(editing, clip));
    }

    private static Outcome move(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        long frame = frame(editing);
        long toFrame = frame + editing.frames("deltaFrames", -Keyframe.MAX_FRAME);
        Sequence after = Keyframes.move(editing.sequence(), clip.id(), value(editing, clip), frame, toFrame);
        return editing.outcome(after, "Move keyframe for " + of(editing, clip));
    }

    private static Outcome setCurve(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Curve curve = CurveValues.curve(editing.parameters(), "keyframes");
        Sequence after = Keyframes.setCurve(editing.sequence(), clip.id(), value(editing, clip), curve);
        return editing.outcome(after, "Animate " + of(editing, clip));
    }

    private static Outcome setConstant(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Sequence after = Keyframes.setConstant(editing.sequence(), clip.id(), value(editing, clip),
                editing.parameters().number("value"));
        return editing.outcome(after, "Set " + of(editing, clip));
    }

    private static Outcome setEnabled(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        int index = effectIndex(editing.parameters(), clip);
        boolean enabled = editing.parameters().flag("enabled", true);
        Sequence after = Keyframes.setEnabled(editing.sequence(), clip.id(), index, enabled);
        return editing.outcome(after,
                "Switch '" + Places.shown(clip.effects().get(index).effect()) + "' of " + Editing.shown(clip)
                        + (enabled ? " on" : " off"));
    }
}
