package org.reelbench.ui.tracks.internal.model;

import java.util.List;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Sequence;

/**
 * The strips below a clip whose keyframes are shown.
 *
 * @param clip the clip
 * @param startFrame where it begins
 * @param lanes its strips from top to bottom
 */
public record ClipLanes(Clip clip, long startFrame, List<KeyLane> lanes) {

    /** Creates it with a list of its own. */
    public ClipLanes {
        lanes = List.copyOf(lanes);
    }

    /**
     * Returns the strips of a clip.
     *
     * @param sequence its sequence
     * @param place where the clip lies
     * @return its strips
     */
    public static ClipLanes of(Sequence sequence, ClipPlace place) {
        return new ClipLanes(place.clip(), place.startFrame(),
                KeyLane.of(place.clip(), place.track().kind(), sequence.widthPx(), sequence.heightPx()));
    }

    /**
     * Returns where the clip ends.
     *
     * @return the first frame after it
     */
    public long endFrame() {
        return startFrame + clip.durationFrames();
    }
}
