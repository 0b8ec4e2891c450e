package org.reelbench.ui.tracks.internal.model;

import java.util.Optional;

import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;

/**
 * The last frame before a cut and the first one after it.
 *
 * @param left what is seen last, or empty where nothing lies
 * @param right what is seen first, or empty where nothing lies
 */
public record TwoUp(Optional<Side> left, Optional<Side> right) {

    /**
     * A frame of a clip.
     *
     * @param clip the clip
     * @param clipFrame the frame, counted from the clip's first one
     * @param sourceTime the time in its source
     */
    public record Side(Clip clip, long clipFrame, RationalTime sourceTime) {
    }
}
