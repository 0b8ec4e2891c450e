package org.reelbench.ui.tracks.internal.paint;

import java.util.Optional;

import org.reelbench.ui.tracks.internal.model.StillPicture;

/** The pictures on both sides of the cut that is trimmed, as far as they are there. */
public interface TwoUpStills {

    /**
     * Returns what is seen last before the cut.
     *
     * @return the picture, or empty if there is none yet
     */
    Optional<StillPicture> left();

    /**
     * Returns what is seen first after the cut.
     *
     * @return the picture, or empty if there is none yet
     */
    Optional<StillPicture> right();
}
