package org.reelbench.timeline;

import java.util.List;

import org.reelbench.timeline.internal.PlaceEdits;
import org.reelbench.timeline.internal.RangeCuts;

/**
 * The edits of a range of frames, whatever lies there, as pure functions: insert, overwrite, lift and extract.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too: made wholly or refused wholly, the same
 * sequence where nothing would change, O(log n) and the number of items taken away.
 * <p>
 * A clip that reaches over a border of the range is cut there, both parts showing what they showed. What stays of it keeps its
 * id; if something stays on both sides, the left part keeps it and the right part gets another, which the caller brings along,
 * and is no longer linked. A transition whose cut lies in the range or on its border is removed; any other stays if its clips
 * are still long enough.
 */
public final class RangeEdits {

    private RangeEdits() {
    }

    /**
     * Puts a clip in at a frame of a track and moves everything behind the frame on this track away by the clip's duration. A
     * clip at the frame is cut in two unless it begins there; in a gap, the gap is divided; behind the end, a gap comes before
     * the clip.
     *
     * @param sequence the sequence
     * @param track the track
     * @param frame the frame at which the clip begins, from 0
     * @param clip the clip, with an id of its own
     * @param rightId the id of the right part of a clip that is cut in two; not looked at if none is
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track, it is locked, the frame is negative, an id is taken, a still picture is put
     *         on an audio track, the track would be too long or the in point of the right part is no fraction of 64-bit numbers
     */
    public static Sequence insert(Sequence sequence, Id track, long frame, Clip clip, Id rightId) throws EditRefused {
        return PlaceEdits.insert(sequence, track, frame, clip, rightId);
    }

    /**
     * Puts a clip on frames of a track in place of what lies there; nothing moves. Behind the end, a gap comes before the clip.
     *
     * @param sequence the sequence
     * @param track the track
     * @param startFrame the frame at which the clip begins, from 0
     * @param clip the clip, with an id of its own, which must not be that of a clip it replaces either
     * @param rightId the id of the right part if a single clip lies under it and reaches over both ends; else not looked at
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track, it is locked, the start is negative, an id is taken, a still picture is put
     *         on an audio track, the track would be too long or a new in point is no fraction of 64-bit numbers
     */
    public static Sequence overwrite(Sequence sequence, Id track, long startFrame, Clip clip, Id rightId) throws EditRefused {
        return LonelyBonds.takenOff(sequence, PlaceEdits.overwrite(sequence, track, startFrame, clip, rightId));
    }

    /**
     * Takes away what lies on a range of a track; a gap stays (none at the end of the track). What of the range lies behind the
     * end counts for nothing.
     *
     * @param sequence the sequence
     * @param track the track
     * @param range the range
     * @param rightId the id of the right part if a single clip reaches over both ends; else not looked at
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track, it is locked, the id is taken or a new in point is no fraction of 64-bit
     *         numbers
     */
    public static Sequence lift(Sequence sequence, Id track, FrameRange range, Id rightId) throws EditRefused {
        return LonelyBonds.takenOff(sequence, RangeCuts.lift(sequence, track, range, rightId));
    }

    /**
     * Lifts a range from all tracks that are not locked.
     *
     * @param sequence the sequence
     * @param range the range
     * @param rightIds ids for right parts, used in the order of the tracks; one for each track is always enough
     * @return the sequence after the edit
     * @throws EditRefused if all tracks are locked, an id is taken, there are not enough ids or a new in point is no fraction of
     *         64-bit numbers
     */
    public static Sequence liftAll(Sequence sequence, FrameRange range, List<Id> rightIds) throws EditRefused {
        return LonelyBonds.takenOff(sequence, RangeCuts.liftAll(sequence, range, rightIds));
    }

    /**
     * Takes a range of a track away with all that lies there, gaps too, and moves what follows up to the range's first frame.
     * Other tracks stay as they are. What of the range lies behind the end counts for nothing.
     *
     * @param sequence the sequence
     * @param track the track
     * @param range the range
     * @param rightId the id of the right part if a single clip reaches over both ends; else not looked at
     * @return the sequence after the edit
     * @throws EditRefused if there is no such track, it is locked, the id is taken or a new in point is no fraction of 64-bit
     *         numbers
     */
    public static Sequence extract(Sequence sequence, Id track, FrameRange range, Id rightId) throws EditRefused {
        return LonelyBonds.takenOff(sequence, RangeCuts.extract(sequence, track, range, rightId));
    }

    /**
     * Extracts a range from all tracks that are not locked, so that they stay in step with each other. What lies on locked tracks
     * stays where it is.
     *
     * @param sequence the sequence
     * @param range the range
     * @param rightIds ids for right parts, used in the order of the tracks; one for each track is always enough
     * @return the sequence after the edit
     * @throws EditRefused if all tracks are locked, an id is taken, there are not enough ids or a new in point is no fraction of
     *         64-bit numbers
     */
    public static Sequence extractAll(Sequence sequence, FrameRange range, List<Id> rightIds) throws EditRefused {
        return LonelyBonds.takenOff(sequence, RangeCuts.extractAll(sequence, range, rightIds));
    }

    /**
     * Takes a clip away and its range of frames with all that lies there on all tracks that are not locked:
     * {@link #extractAll} of the frames the clip lies on.
     *
     * @param sequence the sequence
     * @param clip the clip
     * @param rightIds ids for right parts, used in the order of the tracks; one for each other track is always enough
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, its track is locked, an id is taken, there are not enough ids or a new in
     *         point is no fraction of 64-bit numbers
     */
    public static Sequence rippleDelete(Sequence sequence, Id clip, List<Id> rightIds) throws EditRefused {
        return LonelyBonds.takenOff(sequence, RangeCuts.rippleDelete(sequence, clip, rightIds));
    }
}
