package org.reelbench.timeline;

/**
 * What a track is made of. An item knows how long it is, never where it lies: its position follows from the items before it.
 * <p>
 * Immutable, safe for every thread.
 */
public sealed interface Item permits Clip, Gap, Transition {

    /** The longest an item may be, in frames: centuries at any rate, and far from overflowing a sum. */
    long MAX_DURATION_FRAMES = 1L << 40;

    /**
     * Returns how long the item is on its track.
     *
     * @return the number of frames; zero for a {@link Transition}, which lies over its neighbours, above zero for all others
     */
    long durationFrames();
}
