package org.reelbench.ui.inspector.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;

/**
 * How a value of a clip moves, seen from the playhead.
 *
 * @param clip where the clip lies
 * @param value which value
 * @param curve its keyframes, or null if it is the same at all frames
 * @param frame the playhead, counted from the clip's first frame
 * @param now the value under the playhead
 * @param factor how many times as large people see it
 */
public record Keying(ClipPlace clip, AnimatedValue value, @Nullable Curve curve, long frame, double now, double factor) {

    /** Slow at both ends, as most movements are. */
    private static final String EASE = "0.42,0,0.58,1";

    /** How a value goes from a keyframe to the next one. */
    public enum Way {
        /** It goes straight. */
        LINEAR("linear"),
        /** It begins slowly and ends slowly. */
        EASE(Keying.EASE),
        /** It stays, and jumps. */
        HOLD("hold");

        private final String text;

        Way(String text) {
            this.text = text;
        }
    }

    /** Tells whether the value moves. */
    public boolean isMoving() {
        return curve != null;
    }

    /** Tells whether the playhead stands on a keyframe. */
    public boolean isOnKeyframe() {
        return keyframes().stream().anyMatch(keyframe -> keyframe.frame() == frame);
    }

    /** Tells whether a keyframe can be set under the playhead: it stands on the clip. */
    public boolean isWithin() {
        return frame >= 0 && frame < clip.clip().durationFrames();
    }

    /** The keyframes in order; none if the value is the same at all frames. */
    public List<Keyframe> keyframes() {
        Curve moving = curve;
        return moving == null ? List.of() : moving.keyframes();
    }

    /** The frame of the sequence of the last keyframe before the playhead. */
    public OptionalLong previous() {
        return keyframes().stream().mapToLong(Keyframe::frame).filter(other -> other < frame).max().stream()
                .map(other -> other + clip.startFrame()).findFirst();
    }

    /** The frame of the sequence of the first keyframe behind the playhead. */
    public OptionalLong next() {
        return keyframes().stream().mapToLong(Keyframe::frame).filter(other -> other > frame).min().stream()
                .map(other -> other + clip.startFrame()).findFirst();
    }

    /** Sets a keyframe under the playhead, or takes the one away that is there. */
    public EditCommand toggle() {
        return isOnKeyframe() ? remove(frame) : set(frame, now);
    }

    /** Sets another value: under the playhead if the value moves, at all frames else. */
    EditCommand change(double wanted) {
        return isMoving() ? set(frame, wanted) : command(EditCommands.SET_CONSTANT).with("value", wanted);
    }

    /** Sets the value at a frame of the clip. */
    public EditCommand set(long at, double wanted) {
        return command(EditCommands.SET_KEYFRAME).with("frame", at).with("value", wanted);
    }

    /** Takes a keyframe away. */
    public EditCommand remove(long at) {
        return command(EditCommands.REMOVE_KEYFRAME).with("frame", at);
    }

    /** Moves the value by other keyframes in place of all it has. */
    public EditCommand all(Curve other) {
        return command(EditCommands.SET_CURVE).with("keyframes", CurveLists.of(other));
    }

    /** The frame of the sequence on which a keyframe lies. */
    public OptionalLong onSequence(Keyframe keyframe) {
        return OptionalLong.of(keyframe.frame() + clip.startFrame());
    }

    /** Lets the value go another way from a keyframe on. */
    public EditCommand go(Keyframe from, Way way) {
        return set(from.frame(), from.value()).with("interpolation", way.text);
    }

    /** Lets the value stay what it is under the playhead. */
    public EditCommand stop() {
        return command(EditCommands.SET_CONSTANT).with("value", now);
    }

    /** Lets the value go another way from the keyframe at or before the playhead; nothing where there is none. */
    public List<EditCommand> go(Way way) {
        List<EditCommand> commands = new ArrayList<>();
        keyframes().stream().filter(keyframe -> keyframe.frame() <= frame).reduce((_, later) -> later).ifPresent(
                keyframe -> commands.add(go(keyframe, way)));
        return commands;
    }

    /** The way the value goes under the playhead; empty where no keyframe lies before, or the way is none of the three. */
    public Optional<Way> way() {
        return keyframes().stream().filter(keyframe -> keyframe.frame() <= frame).reduce((_, later) -> later)
                .map(Keyframe::toNext).flatMap(Keying::named);
    }

    /** Which of the three ways an interpolation is, if any. */
    public static Optional<Way> named(Interpolation toNext) {
        if (toNext.equals(new Interpolation.Bezier(0.42, 0, 0.58, 1))) {
            return Optional.of(Way.EASE);
        }
        if (toNext.equals(Interpolation.HOLD)) {
            return Optional.of(Way.HOLD);
        }
        return toNext.equals(Interpolation.LINEAR) ? Optional.of(Way.LINEAR) : Optional.empty();
    }

    private EditCommand command(String name) {
        Clip moving = clip.clip();
        EditCommand command = EditCommand.of(name, 0).with("clip", moving.id().value()).with("property", value.name());
        return value.effectIndex() == AnimatedValue.CLIP ? command : command.with("effectIndex", value.effectIndex());
    }
}
