package org.reelbench.ui.tracks.internal.model;

import java.util.Optional;
import java.util.Set;

import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * Everything one painting of the track view shows.
 *
 * @param sequence the snapshot
 * @param layout its rows, the first at {@link Metrics#RULER_HEIGHT_PX}
 * @param scale time and pixels
 * @param scrollYPx how far the rows are scrolled up
 * @param widthPx the width of the view
 * @param heightPx the height of the view
 * @param playheadFrame where the playhead is
 * @param selection the ids of the selected clips
 * @param chosenTrack the track chosen for what is put on tracks next, or empty
 */
public record TrackFrame(Sequence sequence, TrackLayout layout, TimeScale scale, int scrollYPx, int widthPx, int heightPx,
        long playheadFrame, Set<Id> selection, Optional<Id> chosenTrack) {

    /** Creates it with a set of its own. */
    public TrackFrame {
        selection = Set.copyOf(selection);
    }

    /**
     * Returns the width of the lanes.
     *
     * @return the view without the headers, not negative
     */
    public int lanesWidthPx() {
        return Math.max(0, widthPx - Metrics.HEADER_WIDTH_PX);
    }

    /**
     * Returns where the playhead is.
     *
     * @return its column in the view
     */
    public int playheadXPx() {
        return Metrics.HEADER_WIDTH_PX + scale.xOf(playheadFrame);
    }

    /**
     * Returns the scroll bar's handle.
     *
     * @return where it is, from the left border of the lanes
     */
    public ScrollThumb thumb() {
        return ScrollThumb.of(scale, sequence.durationFrames(), lanesWidthPx());
    }
}
