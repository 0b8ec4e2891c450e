package org.reelbench.timeline;

/**
 * The passage from one clip to the next, lying over both: it sits between them in the track, takes no time of its own and covers
 * frames on both sides of the cut. During it the left clip runs on past its out point and the right one begins before its in
 * point (their handles).
 * <p>
 * Immutable, safe for every thread. The meaning of the offsets is that of OpenTimelineIO.
 *
 * @param id the id, one of its own among the clips and transitions of a sequence
 * @param kind how the passage looks or sounds, not blank; {@link #DISSOLVE} is known to all renderers
 * @param inOffsetFrames how many frames before the cut it begins, from 0
 * @param outOffsetFrames how many frames after the cut it ends, from 0
 * @param extras members of the project file this version does not know
 */
public record Transition(Id id, String kind, long inOffsetFrames, long outOffsetFrames, Extras extras) implements Item {

    /** The kind that fades the left clip into the right one; between sounds, a cross-fade. */
    public static final String DISSOLVE = "dissolve";

    /**
     * Creates a transition.
     *
     * @throws IllegalArgumentException if the kind is blank, an offset is out of range or both are zero
     */
    public Transition {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("the kind of transition " + id + " is not blank");
        }
        if (inOffsetFrames < 0 || outOffsetFrames < 0 || inOffsetFrames > MAX_DURATION_FRAMES
                || outOffsetFrames > MAX_DURATION_FRAMES || inOffsetFrames + outOffsetFrames == 0) {
            throw new IllegalArgumentException("transition " + id + " covers at least one frame and none negative, not "
                    + inOffsetFrames + " before and " + outOffsetFrames + " after the cut");
        }
    }

    /**
     * Returns a dissolve.
     *
     * @param id the id
     * @param inOffsetFrames how many frames before the cut it begins, from 0
     * @param outOffsetFrames how many frames after the cut it ends, from 0
     * @return the transition
     * @throws IllegalArgumentException if an offset is out of range or both are zero
     */
    public static Transition dissolve(Id id, long inOffsetFrames, long outOffsetFrames) {
        return new Transition(id, DISSOLVE, inOffsetFrames, outOffsetFrames, Extras.NONE);
    }

    /** Returns zero: a transition lies over its neighbours and takes no time of its own. */
    @Override
    public long durationFrames() {
        return 0;
    }

    /**
     * Returns how many frames the passage takes.
     *
     * @return the frames before and after the cut together, above zero
     */
    public long coveredFrames() {
        return inOffsetFrames + outOffsetFrames;
    }
}
