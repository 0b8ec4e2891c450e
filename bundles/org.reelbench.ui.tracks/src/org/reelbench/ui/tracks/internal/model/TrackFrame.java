package org.reelbench.ui.tracks.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.reelbench.loading.TrackLoad;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.PreviewStretch;

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
 * @param loads the tracks that are being loaded, or cannot be
 * @param previews how far previews are, in order
 * @param overlay what lies over the tracks while the hand does something
 */
public record TrackFrame(Sequence sequence, TrackLayout layout, TimeScale scale, int scrollYPx, int widthPx, int heightPx,
        long playheadFrame, Set<Id> selection, Optional<Id> chosenTrack, Map<Id, TrackLoad> loads,
        List<PreviewStretch> previews, Overlay overlay) {

    /** Creates it with collections of its own. */
    public TrackFrame {
        selection = Set.copyOf(selection);
        loads = Map.copyOf(loads);
        previews = List.copyOf(previews);
    }

    /**
     * Creates it of tracks and previews that there is nothing to say of.
     *
     * @param sequence the snapshot
     * @param layout its rows
     * @param scale time and pixels
     * @param scrollYPx how far the rows are scrolled up
     * @param widthPx the width of the view
     * @param heightPx the height of the view
     * @param playheadFrame where the playhead is
     * @param selection the ids of the selected clips
     * @param chosenTrack the track chosen, or empty
     */
    public TrackFrame(Sequence sequence, TrackLayout layout, TimeScale scale, int scrollYPx, int widthPx, int heightPx,
            long playheadFrame, Set<Id> selection, Optional<Id> chosenTrack) {
        this(sequence, layout, scale, scrollYPx, widthPx, heightPx, playheadFrame, selection, chosenTrack, Map.of(),
                List.of(), Overlay.NONE);
    }

    /**
     * Returns what is seen of the same sequence after scrolling.
     *
     * @param newScale time and pixels
     * @param newScrollYPx how far the rows are scrolled up
     * @return the frame
     */
    public TrackFrame scrolledTo(TimeScale newScale, int newScrollYPx) {
        return new TrackFrame(sequence, layout, newScale, newScrollYPx, widthPx, heightPx, playheadFrame, selection, chosenTrack,
                loads, previews, overlay);
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
     * Returns the frame around what is seen in the picture of the whole sequence.
     *
     * @return where it is, from the left border of the lanes
     */
    public ScrollThumb thumb() {
        return ScrollThumb.of(scale, sequence.durationFrames(), lanesWidthPx());
    }
}
