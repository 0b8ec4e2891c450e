package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.LIST;
import static org.reelbench.project.ParameterType.MAP;
import static org.reelbench.project.ParameterType.NUMBER;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.internal.file.Places;
import org.reelbench.project.internal.file.UnknownMembers;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.ClipValues;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Keyframes;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.Transform;

/**
 * The edits of what clips show and are called, and of how they look and sound: transform, opacity, gain, pan, effects.
 */
final class LookOperations {

    private static final ParameterDescription CLIP = required("clip", ID, "the clip");
    private static final List<String> PLACE = List.of(Animated.X_PX, Animated.Y_PX, Animated.SCALE, Animated.ROTATION_DEGREES,
            Animated.ANCHOR_X, Animated.ANCHOR_Y);
    private static final Map<String, String> EDGES = new TreeMap<>(Map.of("leftPx", Animated.CROP_LEFT_PX, "topPx",
            Animated.CROP_TOP_PX, "rightPx", Animated.CROP_RIGHT_PX, "bottomPx", Animated.CROP_BOTTOM_PX));

    private LookOperations() {
    }

    static List<Operation> all() {
        return List.of(
                onSequence(EditCommands.SET_TRANSFORM,
                        "Places the picture of a clip on the canvas; what is not given stays, and what is"
                                + " given is constant from now on.",
                        LookOperations::transform, CLIP,
                        optional("xPx", NUMBER, "how far right of the canvas's centre its anchor lies"),
                        optional("yPx", NUMBER, "how far below the canvas's centre its anchor lies"),
                        optional("scale", NUMBER, "its size; 1 fits the canvas"),
                        optional("rotationDegrees", NUMBER, "how far it is turned clockwise about its anchor"),
                        optional("anchorX", NUMBER,
                                "where in its width the anchor lies, which the others hold on to: 0 left, 0.5 in"
                                        + " the middle, 1 right"),
                        optional("anchorY", NUMBER, "where in its height the anchor lies: 0 at the top, 1 at the bottom"),
                        optional("crop", MAP, "leftPx, topPx, rightPx and bottomPx cut off the source picture")),
                onSequence(EditCommands.SET_OPACITY, "Sets how much a clip covers what lies below, at all its frames.",
                        LookOperations::opacity,
                        CLIP, required("opacity", NUMBER, "from 0, invisible, to 1")),
                onSequence(EditCommands.SET_GAIN, "Sets how loud a clip is, at all its frames.", LookOperations::gain, CLIP,
                        required("gainDb", NUMBER, "decibels above or, negative, below the recording")),
                onSequence(EditCommands.SET_PAN, "Sets where the sound of a clip lies between left and right, at all its frames.",
                        LookOperations::pan, CLIP, required("pan", NUMBER, "from -1, left, to 1, right")),
                onSequence(EditCommands.RENAME_CLIP, "Gives a clip another name.", LookOperations::rename, CLIP,
                        required("name", TEXT, "the name")),
                onSequence(EditCommands.SET_CONTENT,
                        "Lets a clip show something else, from the same source time on and at the same"
                                + " speed.",
                        LookOperations::content,
                        Stream.concat(Stream.of(CLIP), NewClip.CONTENT.stream()).toArray(ParameterDescription[]::new)),
                onSequence(EditCommands.SET_EFFECTS, "Sets all effects of a clip.", LookOperations::effects, CLIP,
                        required("effects", LIST,
                                "objects of effect, the id, version, that of the effect, parameters, curves and"
                                        + " enabled, in the order they are applied")));
    }

    private static Outcome transform(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Parameters given = editing.parameters();
        Transform old = clip.transform();
        Parameters cut = given.inner("crop");
        cut.only(List.copyOf(EDGES.keySet()));
        try {
            Transform transform = old;
            List<String> constant = new ArrayList<>();
            for (String name : PLACE) {
                if (given.has(name)) {
                    transform = transform.with(name, given.number(name));
                    constant.add(name);
                }
            }
            for (Map.Entry<String, String> edge : EDGES.entrySet()) {
                if (cut.has(edge.getKey())) {
                    transform = transform.with(edge.getValue(), cut.number(edge.getKey()));
                    constant.add(edge.getValue());
                }
            }
            Sequence after = Edits.setTransform(editing.sequence(), clip.id(), transform);
            for (String name : constant) {
                after = withoutCurve(after, clip, name);
            }
            return editing.outcome(after, "Transform " + Editing.shown(clip));
        } catch (IllegalArgumentException e) {
            throw new EditRefused(e.getMessage(), e);
        }
    }

    private static Outcome opacity(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        double opacity = editing.parameters().number("opacity");
        Sequence after = withoutCurve(Edits.setOpacity(editing.sequence(), clip.id(), opacity), clip, Animated.OPACITY);
        return editing.outcome(after, "Set opacity of " + Editing.shown(clip) + " to " + Math.round(opacity * 100) + " %");
    }

    private static Outcome gain(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        double gainDb = editing.parameters().number("gainDb");
        Sequence after = withoutCurve(Edits.setGain(editing.sequence(), clip.id(), gainDb), clip, Animated.GAIN_DB);
        return editing.outcome(after, "Set gain of " + Editing.shown(clip) + " to " + Math.round(gainDb * 10) / 10.0 + " dB");
    }

    private static Outcome pan(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        double pan = editing.parameters().number("pan");
        Sequence after = withoutCurve(ClipValues.setPan(editing.sequence(), clip.id(), pan), clip, Animated.PAN);
        return editing.outcome(after, "Set pan of " + Editing.shown(clip) + " to " + Math.round(pan * 100) + " %");
    }

    /** A curve would stand in for the value that was just set. */
    private static Sequence withoutCurve(Sequence sequence, Clip clip, String property) throws EditRefused {
        return clip.curves().containsKey(property)
                ? Keyframes.setCurve(sequence, clip.id(), AnimatedValue.ofClip(property), null)
                : sequence;
    }

    private static Outcome rename(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        String name = editing.parameters().text("name");
        Sequence after = ClipValues.setName(editing.sequence(), clip.id(), name);
        return editing.outcome(after, "Rename " + Editing.shown(clip) + " to '" + Places.shown(name) + "'");
    }

    private static Outcome content(Editing editing) throws EditRefused {
        Clip clip = editing.clip().clip();
        Clip changed = clip.withContent(NewClip.content(editing));
        Sequence after = ClipValues.setContent(editing.sequence(), clip.id(), changed.content());
        return SequenceOperations.requireNoCycle(editing.outcome(after, "Let " + Editing.shown(clip) + " show something else"),
                changed);
    }

    private static Outcome effects(Editing editing) throws EditRefused {
        ClipPlace place = editing.clip();
        Parameters parameters = editing.parameters();
        List<AppliedEffect> effects = new ArrayList<>();
        for (Object entry : parameters.list("effects")) {
            Parameters given = parameters.inner("effects", entry);
            given.only(List.of("effect", "version", "parameters", "curves", "enabled"));
            try {
                String effect = given.text("effect");
                String version = given.text("version", versionOf(place.clip(), effects.size(), effect));
                effects.add(new AppliedEffect(effect, version, given.inner("parameters").values(),
                        CurveValues.curves(given.inner("curves")), given.flag("enabled", true)));
            } catch (IllegalArgumentException e) {
                throw new EditRefused(e.getMessage(), e);
            }
        }
        Sequence set = Edits.setEffects(editing.sequence(), place.clip().id(), effects);
        Sequence after = withExtras(set, place, UnknownMembers.afterEffects(place.clip(), effects));
        return editing.outcome(after, "Set effects of " + Editing.shown(place.clip()));
    }

    /** Who only changes what an effect is set to does not change what it was made with. */
    private static String versionOf(Clip clip, int index, String effect) {
        return index < clip.effects().size() && clip.effects().get(index).effect().equals(effect)
                ? clip.effects().get(index).version()
                : "";
    }

    /** What a newer version said about an effect goes with the effect. */
    private static Sequence withExtras(Sequence sequence, ClipPlace place, Extras extras) {
        if (extras.equals(place.clip().extras())) {
            return sequence;
        }
        Track track = sequence.track(place.track().id());
        Clip clip = (Clip) track.items().get(place.index());
        return sequence.withTrack(track.withItems(track.items().replace(place.index(), clip.withExtras(extras))));
    }
}
