package org.reelbench.ui;

import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;

/**
 * A part of a medium that is to be put on tracks.
 * <p>
 * Immutable, for every thread.
 *
 * @param medium the medium's id
 * @param sourceIn where in the medium it begins, from its start
 * @param durationFrames how many frames of the sequence it fills at most, above 0; less where picture or sound end sooner
 */
public record Excerpt(Id medium, RationalTime sourceIn, long durationFrames) {

    /**
     * Creates the excerpt.
     *
     * @throws IllegalArgumentException if it begins before the medium or has no length
     */
    public Excerpt {
        if (sourceIn.signum() < 0 || durationFrames < 1) {
            throw new IllegalArgumentException("no part of a medium: " + durationFrames + " frames from " + sourceIn);
        }
    }
}
