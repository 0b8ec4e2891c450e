package org.reelbench.encoding.internal.segment;

/**
 * How urgent a segment is.
 *
 * @param level why it is wanted
 * @param distance how far it is from where somebody looks, in frames; the nearer one goes first
 */
public record Rank(Level level, long distance) implements Comparable<Rank> {

    /** Why a segment is wanted, the most urgent first. */
    public enum Level {
        /** Somebody reads it, or it lies under a playhead. */
        NOW,
        /** A playhead comes to it. */
        AHEAD,
        /** It can be seen in a track view. */
        VISIBLE,
        /** Somebody may want it next. */
        SPECULATIVE,
        /** It would replace a worse one. */
        IDLE
    }

    @Override
    public int compareTo(Rank other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : Long.compare(distance, other.distance);
    }
}
