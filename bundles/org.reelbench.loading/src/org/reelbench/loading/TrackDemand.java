package org.reelbench.loading;

import java.util.List;

/**
 * What one track shows or plays near the playhead.
 *
 * @param track what tells the track from others of the same session
 * @param visible whether it is seen or heard; of a track that is not, nothing is loaded, and what was is given back
 * @param selected whether somebody works on it: it is loaded before others
 * @param media what it shows in the window around the playhead that the caller has chosen; media outside of it are left out
 */
public record TrackDemand(String track, boolean visible, boolean selected, List<MediumDemand> media) {

    /** Creates the demand with a list of its own. */
    public TrackDemand {
        media = List.copyOf(media);
    }
}
