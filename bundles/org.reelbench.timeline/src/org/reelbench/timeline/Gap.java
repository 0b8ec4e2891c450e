package org.reelbench.timeline;

/**
 * A stretch of a track where nothing is.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param durationFrames how long it is, from 1 to {@link Item#MAX_DURATION_FRAMES}
 */
public record Gap(long durationFrames) implements Item {

    /**
     * Creates a gap.
     *
     * @throws IllegalArgumentException if the duration is out of range
     */
    public Gap {
        if (durationFrames < 1 || durationFrames > MAX_DURATION_FRAMES) {
            throw new IllegalArgumentException("a gap lasts from 1 to " + MAX_DURATION_FRAMES + " frames, not " + durationFrames);
        }
    }
}
