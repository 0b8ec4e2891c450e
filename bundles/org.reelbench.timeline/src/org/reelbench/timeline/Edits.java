package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.timeline.internal.ClipEdits;
import org.reelbench.timeline.internal.CutEdits;
import org.reelbench.timeline.internal.Lookup;
import org.reelbench.timeline.internal.PlaceEdits;

/**
 * The edits, as pure functions from a sequence to the sequence after the edit.
 * <p>
 * Without state, safe for every thread. An edit is made wholly or refused wholly; the sequence it began with never changes. What
 * it did not touch is shared: other tracks stay the same instances, and of the edited track all but O(log n) tree nodes. Where
 * nothing would change, the same sequence is returned. Positions and durations are frames of the sequence. All of them expect a
 * sequence without {@link Invariants#violations violations} and return one.
 * <p>
 * A transition stays only as long as it sits between the two clips it was made for and both are long enough for it: an edit that
 * takes a clip or its edge away from the cut, or makes the clip too short, removes the transition with it. How long a medium is,
 * is not known here: trimming outwards may take a clip beyond its source, see {@link Clip}. Fades stay at the edges of a clip
 * when these move, and are shortened where they no longer fit; an edge that a cut makes has none.
 * <p>
 * An edit costs O(log n), on average over the edits of a track: finding a clip by its id does so for each track, and is dearer
 * the first time after a track came from a list.
 * <p>
 * What lies on a locked track is not edited, and the track is not removed: all such edits are refused. Hiding or muting it is no
 * such edit.
 */
public final class Edits {

    private Edits() {
    }

    /**
     * Puts a clip at the end of a track.
     *
     * @param sequence the sequence
     * @param track the track
     * @param clip the clip, with an id of its own
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track, the id is taken, a still picture is put on an audio track or the track would
     *         be too long
     */
    public static Sequence append(Sequence sequence, Id track, Clip clip) throws EditRefused {
        return PlaceEdits.append(sequence, track, clip);
    }

    /**
     * Puts a clip on free frames of a track: into a gap, or anywhere behind the end, with a gap before it where needed.
     *
     * @param sequence the sequence
     * @param track the track
     * @param startFrame the frame at which the clip begins, from 0
     * @param clip the clip, with an id of its own
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track, another clip lies on one of the frames, the start is negative, the id is
     *         taken, a still picture is put on an audio track or the track would be too long
     */
    public static Sequence place(Sequence sequence, Id track, long startFrame, Clip clip) throws EditRefused {
        return PlaceEdits.place(sequence, track, startFrame, clip);
    }

    /**
     * Cuts the clip at a frame in two that show what it showed. The left part keeps the id; the right part is a copy with another
     * id and a later in point. The left part keeps the fade in and the right part the fade out, each shortened if it reached over
     * the cut. A transition that covers the frame is removed, one that ends or begins there stays.
     *
     * @param sequence the sequence
     * @param track the track
     * @param frame the frame that becomes the first of the right part
     * @param rightId the id of the right part
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track, no clip at the frame, the clip begins there, the id is taken or the in point
     *         of the right part is no fraction of 64-bit numbers
     */
    public static Sequence split(Sequence sequence, Id track, long frame, Id rightId) throws EditRefused {
        return CutEdits.split(sequence, track, frame, rightId);
    }

    /**
     * Moves a clip's start, and with it the in point, so that the remaining frames show what they showed. Inwards leaves a gap,
     * outwards eats one; neighbours never move. Inwards removes the transition at the start, and the one at the end if the clip
     * gets too short for it.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param deltaFrames how far, positive to a later frame
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, nothing would be left of it, it would begin before the first frame or lie
     *         over another clip, or the new in point is no fraction of 64-bit numbers
     */
    public static Sequence trimStart(Sequence sequence, Id clip, long deltaFrames) throws EditRefused {
        return CutEdits.trimStart(sequence, clip, deltaFrames);
    }

    /**
     * Moves a clip's end. Inwards leaves a gap (none at the end of the track), outwards eats one; neighbours never move. Inwards
     * removes the transition at the end, and the one at the start if the clip gets too short for it.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param deltaFrames how far, positive to a later frame
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, nothing would be left of it, it would lie over another clip or the track
     *         would be too long
     */
    public static Sequence trimEnd(Sequence sequence, Id clip, long deltaFrames) throws EditRefused {
        return CutEdits.trimEnd(sequence, clip, deltaFrames);
    }

    /**
     * Lifts a clip and puts it on free frames of the same or another track of the same kind. A gap stays where it was; the frames
     * it lay on count as free. Its transitions at the old place are removed; moving it to where it is changes nothing.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param toTrack the track it goes to
     * @param toFrame the frame at which it begins there, from 0
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or track, the track is of another kind, another clip lies on one of the
     *         frames, the start is negative or the track would be too long
     */
    public static Sequence move(Sequence sequence, Id clip, Id toTrack, long toFrame) throws EditRefused {
        return PlaceEdits.move(sequence, clip, toTrack, toFrame);
    }

    /**
     * Takes a clip and its transitions away. Without ripple a gap stays (none at the end of the track); with ripple everything
     * behind it on the same track moves up, and gaps that meet become one.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param ripple whether what follows moves up
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip
     */
    public static Sequence delete(Sequence sequence, Id clip, boolean ripple) throws EditRefused {
        return LonelyBonds.takenOff(sequence, PlaceEdits.delete(sequence, clip, ripple));
    }

    /**
     * Puts a dissolve between a clip and the one touching its end, centred on the cut; of an odd duration the odd frame goes
     * after the cut.
     *
     * @param sequence the sequence
     * @param leftClip the clip before the cut
     * @param transition the id of the dissolve
     * @param durationFrames how long it takes, from 1
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, no clip touches its end, a transition is there already, one of the clips is
     *         too short for it and for the transition on its other side, or the id is taken
     */
    public static Sequence dissolve(Sequence sequence, Id leftClip, Id transition, long durationFrames) throws EditRefused {
        return CutEdits.transition(sequence, leftClip, transition, Transition.DISSOLVE, durationFrames);
    }

    /**
     * Puts a transition of any kind between a clip and the one touching its end, as {@link #dissolve} does.
     *
     * @param sequence the sequence
     * @param leftClip the clip before the cut
     * @param transition the id of the transition
     * @param kind how it looks, not blank: {@link Transition#DISSOLVE}, or the id of a plug-in's
     * @param durationFrames how long it takes, from 1
     * @return the sequence after the edit
     * @throws EditRefused as {@link #dissolve} throws it
     */
    public static Sequence transition(Sequence sequence, Id leftClip, Id transition, String kind, long durationFrames)
            throws EditRefused {
        return CutEdits.transition(sequence, leftClip, transition, kind, durationFrames);
    }

    /**
     * Takes a transition away, so that a cut stays.
     *
     * @param sequence the sequence
     * @param transition the transition
     * @return the sequence after the edit
     * @throws EditRefused if there is no such transition
     */
    public static Sequence removeTransition(Sequence sequence, Id transition) throws EditRefused {
        return CutEdits.removeTransition(sequence, transition);
    }

    /**
     * Hides or shows a track.
     *
     * @param sequence the sequence
     * @param track the track
     * @param hidden whether it is hidden
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track
     */
    public static Sequence setHidden(Sequence sequence, Id track, boolean hidden) throws EditRefused {
        return sequence.withTrack(Lookup.track(sequence, track).withHidden(hidden));
    }

    /**
     * Mutes a track or lets it be heard.
     *
     * @param sequence the sequence
     * @param track the track
     * @param muted whether it is muted
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track
     */
    public static Sequence setMuted(Sequence sequence, Id track, boolean muted) throws EditRefused {
        return sequence.withTrack(Lookup.track(sequence, track).withMuted(muted));
    }

    /**
     * Places a clip's picture on the canvas.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param transform where on the canvas
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip
     */
    public static Sequence setTransform(Sequence sequence, Id clip, Transform transform) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withTransform(transform));
    }

    /**
     * Sets how much of what lies below a clip is covered.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param opacity the opacity, from 0 to 1
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or the opacity is out of range
     */
    public static Sequence setOpacity(Sequence sequence, Id clip, double opacity) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withOpacity(opacity));
    }

    /**
     * Sets how loud a clip is.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param gainDb the gain in decibels, from {@link Clip#MIN_GAIN_DB} to {@link Clip#MAX_GAIN_DB}
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or the gain is out of range
     */
    public static Sequence setGain(Sequence sequence, Id clip, double gainDb) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withGainDb(gainDb));
    }

    /**
     * Sets the effects of a clip.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param effects the effects in the order they are applied
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip
     */
    public static Sequence setEffects(Sequence sequence, Id clip, List<AppliedEffect> effects) throws EditRefused {
        return ClipEdits.change(sequence, clip, old -> old.withEffects(effects));
    }

    /**
     * Adds a track. Costs the number of its items times O(log n) for each track.
     *
     * @param sequence the sequence
     * @param index where among the tracks, 0 for the bottom, up to their number for the top
     * @param track the track; it and its clips and transitions with ids of their own
     * @return the sequence after the edit
     * @throws EditRefused if there is no such index, an id is taken or the track's items violate the {@link Invariants}
     */
    public static Sequence addTrack(Sequence sequence, int index, Track track) throws EditRefused {
        if (index < 0 || index > sequence.tracks().size()) {
            throw new EditRefused("a track goes to an index from 0 to " + sequence.tracks().size() + ", not " + index);
        }
        List<String> violations = Invariants.violationsOfAdding(track, sequence);
        if (!violations.isEmpty()) {
            throw new EditRefused("the track cannot be added: " + violations.getFirst());
        }
        List<Track> tracks = new ArrayList<>(sequence.tracks());
        tracks.add(index, track);
        return sequence.withTracks(tracks);
    }

    /**
     * Takes a track and all that is on it away.
     *
     * @param sequence the sequence
     * @param track the track
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track or it is locked
     */
    public static Sequence removeTrack(Sequence sequence, Id track) throws EditRefused {
        Track removed = Lookup.openTrack(sequence, track);
        return LonelyBonds.takenOff(sequence,
                sequence.withTracks(sequence.tracks().stream().filter(each -> each != removed).toList()));
    }
}
