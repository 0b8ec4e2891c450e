package org.reelbench.timeline;

import org.reelbench.timeline.internal.CutEdits;
import org.reelbench.timeline.internal.NeighbourEdits;

/**
 * The trims that involve what lies beside a clip, as pure functions: ripple trim, roll, slip, slide and the trim of a transition.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too: made wholly or refused wholly, the same
 * sequence where nothing would change, O(log n). Deltas are frames of the sequence, positive towards later frames.
 * <p>
 * How long a medium is, is not known here: every trim outwards is allowed and may take a clip beyond its source. A transition
 * stays where both its clips still touch and are long enough for it, else it is removed.
 */
public final class TrimEdits {

    private TrimEdits() {
    }

    /**
     * Trims a clip's first frames away, or brings earlier ones back, while the clip stays where it begins: all behind its
     * new end moves along. Gaps keep their length. The transition at its start stays if the clip is long enough.
     * <p>
     * At the first frame and beside gaps it does the same: nothing before the clip ever moves.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param deltaFrames how many frames later its in point is; negative for earlier
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, nothing would be left of it, the track would be too long
     *         or the new in point is no fraction of 64-bit numbers
     */
    public static Sequence rippleTrimStart(Sequence sequence, Id clip, long deltaFrames) throws EditRefused {
        return NeighbourEdits.rippleTrimStart(sequence, clip, deltaFrames);
    }

    /**
     * Moves a clip's end, and all behind it on the same track by as much. Gaps keep their length. The transition at its end stays
     * if the clip is long enough. Of the last clip of a track it is the same as {@link Edits#trimEnd}.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param deltaFrames how far, positive to a later frame
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, nothing would be left of it or the track would be too
     *         long
     */
    public static Sequence rippleTrimEnd(Sequence sequence, Id clip, long deltaFrames) throws EditRefused {
        return NeighbourEdits.rippleTrimEnd(sequence, clip, deltaFrames);
    }

    /**
     * Moves the cut between a clip and the one touching its end: one gets longer as the other gets shorter, and nothing else
     * moves. A transition on the cut moves with it.
     *
     * @param sequence the sequence
     * @param leftClip the clip before the cut
     * @param deltaFrames how far, positive to a later frame
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, no clip touches its end (a gap or the end of the track
     *         does), nothing would be left of one of them or the new in point is no fraction of 64-bit numbers
     */
    public static Sequence roll(Sequence sequence, Id leftClip, long deltaFrames) throws EditRefused {
        return NeighbourEdits.roll(sequence, leftClip, deltaFrames);
    }

    /**
     * Shows another piece of the source in a clip that stays where and as long as it is: its first frame shows what the frame at
     * the delta showed or would have shown, at the clip's speed; a freeze frame slips as if it ran as recorded. Transitions and
     * keyframes stay; nothing else changes.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param deltaFrames how far, positive to what came later in the clip
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, it is a still picture or the new in point is no fraction
     *         of 64-bit numbers
     */
    public static Sequence slip(Sequence sequence, Id clip, long deltaFrames) throws EditRefused {
        return NeighbourEdits.slip(sequence, clip, deltaFrames);
    }

    /**
     * Moves a clip between its neighbours, which make up for it: a touching clip before it ends, and one behind it begins, as
     * much later; a gap gets longer or shorter. At the first frame and at the end of the track there is nothing to shorten: a gap
     * comes before the clip, or the track ends later or earlier. Transitions on its cuts move with it. When a gap is eaten
     * wholly, the clip touches what was behind the gap.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param deltaFrames how far, positive to a later frame
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, nothing would be left of a neighbour, a gap is too
     *         short, it would begin before the first frame, the track would be too long or a new in point is no fraction of
     *         64-bit numbers
     */
    public static Sequence slide(Sequence sequence, Id clip, long deltaFrames) throws EditRefused {
        return NeighbourEdits.slide(sequence, clip, deltaFrames);
    }

    /**
     * Makes a transition begin and end elsewhere; the cut stays. It may take all frames of a clip that the transition on the
     * clip's other side leaves, and none of those.
     *
     * @param sequence the sequence
     * @param transition the transition
     * @param inOffsetFrames how many frames before the cut it begins, from 0
     * @param outOffsetFrames how many frames after the cut it ends, from 0; not both zero
     * @return the sequence after the edit
     * @throws EditRefused if there is no such transition, its track is locked, an offset is out of range or one of the clips is
     *         too short for it and for the transition on its other side
     */
    public static Sequence setTransition(Sequence sequence, Id transition, long inOffsetFrames, long outOffsetFrames)
            throws EditRefused {
        return CutEdits.setTransition(sequence, transition, inOffsetFrames, outOffsetFrames);
    }
}
