package org.reelbench.ui.tracks.internal.gesture;

import java.util.Optional;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Interpolation;
import org.reelbench.ui.tracks.internal.model.ClipLanes;
import org.reelbench.ui.tracks.internal.model.KeyLane;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/**
 * Drags a keyframe through time and values, between its neighbours; with Shift in one of the two directions, with Ctrl values change a
 * tenth as fast. The playhead draws it.
 */
public final class KeyDrag implements EditDrag {

    private static final int REACH_PX = 8;
    private static final double FINE = 0.1;

    private final ClipLanes clip;
    private final KeyLane lane;
    private final Keyframe key;
    private final boolean isNew;
    private final double pressedAt;
    private final int pressedY;

    private KeyDrag(TrackFrame frame, ClipLanes clip, KeyLane lane, Keyframe key, boolean isNew, Pointer pressed) {
        this.clip = clip;
        this.lane = lane;
        this.key = key;
        this.isNew = isNew;
        pressedAt = pressed.time(frame.scale());
        pressedY = pressed.y() + frame.scrollYPx();
    }

    /**
     * Begins to drag a keyframe.
     *
     * @param frame what is shown
     * @param clip its clip
     * @param lane the strip it lies in
     * @param key the keyframe
     * @param pressed where the mouse was pressed
     * @return the drag
     */
    public static KeyDrag of(TrackFrame frame, ClipLanes clip, KeyLane lane, Keyframe key, Pointer pressed) {
        return new KeyDrag(frame, clip, lane, key, false, pressed);
    }

    /**
     * Begins with a new keyframe.
     *
     * @param frame what is shown
     * @param clip its clip
     * @param lane the strip
     * @param at the frame, counted from the clip's first one, which has no keyframe yet
     * @param value the value
     * @param pressed where the mouse was pressed
     * @return the drag
     */
    public static KeyDrag ofNew(TrackFrame frame, ClipLanes clip, KeyLane lane, long at, double value, Pointer pressed) {
        return new KeyDrag(frame, clip, lane, new Keyframe(at, value, Interpolation.LINEAR), true, pressed);
    }

    @Override
    public Proposal propose(TrackFrame frame, Pointer at, boolean snaps, EditDraft draft) throws EditRefused {
        double moved = at.time(frame.scale()) - pressedAt;
        int down = at.y() + frame.scrollYPx() - pressedY;
        boolean isAcross = Math.abs(moved * frame.scale().pxPerFrame()) >= Math.abs(down);
        long to = at.shift() && !isAcross ? key.frame() : between(key.frame() + Math.round(moved));
        double value = at.shift() && isAcross
                ? key.value()
                : lane.valueAbove(key.value(), down == 0 ? 0 : -down * (at.ctrl() ? FINE : 1));
        Optional<Long> drawn = snaps && to != key.frame() ? playhead(frame, to) : Optional.empty();
        to = drawn.orElse(to);
        make(draft, to, down == 0 ? key.value() : value);
        return new Proposal("Move keyframe", drawn.map(frameOf -> clip.startFrame() + frameOf).stream().toList(),
                lane.label() + "  " + (down == 0 ? key.value() : value));
    }

    private void make(EditDraft draft, long to, double value) throws EditRefused {
        if (isNew) {
            draft.make(command(EditCommands.SET_KEYFRAME, to).with("value", value));
            return;
        }
        if (to != key.frame()) {
            draft.make(command(EditCommands.MOVE_KEYFRAME, key.frame()).with("deltaFrames", to - key.frame()));
        }
        if (value != key.value()) {
            draft.make(command(EditCommands.SET_KEYFRAME, to).with("value", value));
        }
    }

    private Optional<Long> playhead(TrackFrame frame, long to) {
        long playhead = frame.playheadFrame() - clip.startFrame();
        boolean isNear = Math.abs(playhead - to) * frame.scale().pxPerFrame() <= REACH_PX;
        return isNear && between(playhead) == playhead ? Optional.of(playhead) : Optional.empty();
    }

    /** Brings a frame into the clip and between the keyframes beside this one, none of which is lost. */
    private long between(long frame) {
        long least = 0;
        long most = clip.clip().durationFrames() - 1;
        for (Keyframe other : lane.keys()) {
            if (other.frame() < key.frame()) {
                least = Math.max(least, other.frame() + 1);
            } else if (other.frame() > key.frame()) {
                most = Math.min(most, other.frame() - 1);
            }
        }
        return least > most ? key.frame() : Math.clamp(frame, least, most);
    }

    private EditCommand command(String name, long at) {
        return command(clip, lane.value(), name, at);
    }

    /**
     * Returns a command about a keyframe.
     *
     * @param clip its clip
     * @param value the value it is of
     * @param name what is done
     * @param at its frame, counted from the clip's first one
     * @return the command
     */
    public static EditCommand command(ClipLanes clip, AnimatedValue value, String name, long at) {
        EditCommand command = EditCommand.of(name, 0).with("clip", clip.clip().id().value()).with("property", value.name())
                .with("frame", at);
        return value.effectIndex() == AnimatedValue.CLIP ? command : command.with("effectIndex", value.effectIndex());
    }
}
