package org.reelbench.media;

/**
 * How far an effect looks beyond the frame (or sample) it delivers. Whoever renders feeds that much before and after, and
 * throws it away, so that a piece rendered alone equals the straight render.
 * <p>
 * Counted in frames of the sequence for effects on pictures, in samples for effects on sound. Frames around one are those its
 * source has, whether or not the clip shows them: a cut changes no picture. Pictures are looked at {@value #MOST_FRAMES} frames
 * around at most.
 *
 * @param behind how many it remembers, 0 or more; {@link #UNBOUNDED} if everything since the clip's in point counts
 * @param ahead how many later ones it needs, 0 or more; never unbounded
 */
public record EffectReach(long behind, long ahead) {

    /** All there is since the clip's in point: the effect is rendered from there, in order. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** How many frames around one an effect on pictures may look at. */
    public static final int MOST_FRAMES = 32;

    /** Each frame or sample depends on itself alone. */
    public static final EffectReach NONE = new EffectReach(0, 0);

    /**
     * Creates a reach.
     *
     * @throws IllegalArgumentException if a number is negative, or the effect would look ahead without end
     */
    public EffectReach {
        if (behind < 0 || ahead < 0 || ahead == UNBOUNDED) {
            throw new IllegalArgumentException("an effect cannot look " + behind + " behind and " + ahead + " ahead");
        }
    }

    /**
     * Tells whether anything but the frame or sample itself counts.
     *
     * @return false for {@link #NONE}
     */
    public boolean isBeyondItself() {
        return behind > 0 || ahead > 0;
    }

    /**
     * Returns the reach of two effects in a row.
     *
     * @param next the reach of the one after
     * @return the reach of both together
     */
    public EffectReach plus(EffectReach next) {
        return new EffectReach(behind == UNBOUNDED || next.behind == UNBOUNDED ? UNBOUNDED : behind + next.behind,
                ahead + next.ahead);
    }
}
