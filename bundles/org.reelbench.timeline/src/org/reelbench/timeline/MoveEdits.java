package org.reelbench.timeline;

import java.util.List;
import java.util.Set;

import org.reelbench.timeline.internal.MoveTogether;
import org.reelbench.timeline.internal.PlaceEdits;

/**
 * The edits of several clips as one, as pure functions: they move or go together or not at all.
 * <p>
 * Without state, safe for every thread. All that {@link Edits} promises holds here too: made wholly or refused wholly, the same
 * sequence where nothing would change. Costs O(log n) for each clip.
 */
public final class MoveEdits {

    private MoveEdits() {
    }

    /** What happens to whatever lies where moved clips go. */
    public enum Landing {
        /** The frames must be free; those the moved clips lay on count as free. */
        FREE,
        /** What lies on the frames is cut away, as by {@link RangeEdits#overwrite}; nothing moves. */
        OVERWRITE,
        /** What lies there and behind moves away, as by {@link RangeEdits#insert}. */
        INSERT
    }

    /**
     * Moves clips, all by as many frames and as many tracks, so that they keep their places to each other. Where they lay, gaps
     * stay (none at the end of a track). Transitions between two clips that move stay between them, all others beside the moved
     * clips are removed.
     * <p>
     * Tracks are counted among those of the same kind, from the bottom up: with a delta of one, pictures go to the next video
     * track and sounds to the next audio track. With {@link Landing#INSERT} every track that takes clips up is opened at the
     * frame where the first of all moved clips goes, by the frames from there to where the last one ends, so that those tracks
     * stay in step; other tracks do not move. A move by nothing changes nothing, however it lands.
     *
     * @param sequence the sequence
     * @param clips the clips; none of them is a move of nothing
     * @param deltaFrames how far, positive to a later frame
     * @param deltaTracks how many tracks up, negative for down
     * @param landing what happens to what lies where they go
     * @param rightIds ids for the right parts of clips cut in two, used in the order of the tracks; one for each clip moved is
     *        always enough
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip, one of the tracks they leave or go to is locked, there is no track where one
     *         would go, a clip would begin before the first frame, the frames are not free where they must be, a track would be
     *         too long, an id is taken, there are not enough ids or a new in point is no fraction of 64-bit numbers
     */
    public static Sequence moveAll(Sequence sequence, Set<Id> clips, long deltaFrames, int deltaTracks, Landing landing,
            List<Id> rightIds) throws EditRefused {
        return LonelyBonds.takenOff(sequence, MoveTogether.move(sequence, clips, deltaFrames, deltaTracks, landing, rightIds));
    }

    /**
     * Takes clips and their transitions away, each as {@link Edits#delete} does: without ripple gaps stay; with ripple what
     * follows on the same track moves up.
     *
     * @param sequence the sequence
     * @param clips the clips
     * @param ripple whether what follows moves up
     * @return the sequence after the edit
     * @throws EditRefused if there is no such clip or its track is locked
     */
    public static Sequence deleteAll(Sequence sequence, Set<Id> clips, boolean ripple) throws EditRefused {
        return LonelyBonds.takenOff(sequence, PlaceEdits.deleteAll(sequence, clips, ripple));
    }
}
