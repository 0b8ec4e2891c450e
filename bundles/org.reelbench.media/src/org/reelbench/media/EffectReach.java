package org.reelbench.media;

/**
 * How far an effect looks beyond the frame (or sample) it delivers. Whoever renders feeds that much before and after, and
 * throws it away, so that a piece rendered alone equals the straight render.
 * <p>
 * Counted in frames of the sequence for effects on pictures, in samples for effects on sound. Frames around one are those its
 * source has, whether or not the clip shows them: a cut changes no picture. The frames around one come with it as long as they
 * are {@value #MOST_FRAMES} at most on each side. An effect that looks farther behind is {@linkplain #isFed fed} instead.
 *
 * @param behind how many it remembers, 0 or more; {@link #UNBOUNDED} if everything since the clip's in point counts
 * @param ahead how many later ones it needs, 0 or more; never unbounded
 */
public record EffectReach(long behind, long ahead) {

    /** All there is since the clip's in point: the effect is rendered from there, in order. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** How many frames behind and ahead of one come with it; looking farther ahead is refused. */
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
     * Tells whether an effect on pictures remembers what it needs by itself: it looks farther behind than frames come with one, or
     * at everything. It gets each frame once, in order: those behind the first one that is wanted are fed and thrown away. Frames
     * are never kept for it, so that an hour takes no more memory than a second.
     *
     * @return true if it is fed
     */
    public boolean isFed() {
        return behind > MOST_FRAMES;
    }

    /**
     * Returns which frames come with each one.
     *
     * @return this reach, but without what is behind where an effect is {@linkplain #isFed fed}
     */
    public EffectReach around() {
        return isFed() ? new EffectReach(0, ahead) : this;
    }

    /**
     * Returns the reach of two effects in a row.
     *
     * @param next the reach of the one after
     * @return the reach of both together
     */
    public EffectReach plus(EffectReach next) {
        return new EffectReach(behind > UNBOUNDED - next.behind ? UNBOUNDED : behind + next.behind, ahead + next.ahead);
    }
}
