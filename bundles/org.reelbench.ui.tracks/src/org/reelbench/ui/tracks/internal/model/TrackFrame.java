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
 * @param decorations what decorators say of tracks that are seen, one after the other
 */
public record TrackFrame(Sequence sequence, TrackLayout layout, TimeScale scale, int scrollYPx, int widthPx, int heightPx,
        long playheadFrame, Set<Id> selection, Optional<Id> chosenTrack, Map<Id, TrackLoad> loads,
        List<PreviewStretch> previews, Overlay overlay, Map<Id, List<DecoratedTrack>> decorations) {

    /** Creates it with collections of its own. */
    public TrackFrame {
        selection = Set.copyOf(selection);
        loads = Map.copyOf(loads);
        previews = List.copyOf(previews);
        decorations = Map.copyOf(decorations);
    }

    /**
     * Creates it of tracks that nobody says anything of.
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
     * @param loads the tracks that are being loaded, or cannot be
     * @param previews how far previews are, in order
     * @param overlay what lies over the tracks
     */
    public TrackFrame(Sequence sequence, TrackLayout layout, TimeScale scale, int scrollYPx, int widthPx, int heightPx,
            long playheadFrame, Set<Id> selection, Optional<Id> chosenTrack, Map<Id, TrackLoad> loads,
            List<PreviewStretch> previews, Overlay overlay) {
        this(sequence, layout, scale, scrollYPx, widthPx, heightPx, playheadFrame, selection, chosenTrack, loads, previews,
                overlay, Map.of());
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
                loads, previews, overlay, decorations);
    }

    /**
     * Returns the same with what decorators say.
     *
     * @param newDecorations what they say of tracks, one after the other
     * @return the frame
     */
    public TrackFrame withDecorations(Map<Id, List<DecoratedTrack>> newDecorations) {
        return new TrackFrame(sequence, layout, scale, scrollYPx, widthPx, heightPx, playheadFrame, selection, chosenTrack, loads,
                previews, overlay, newDecorations);
    }

    /**
     * Tells whether anything of a row is seen.
     *
     * @param row a row of the layout
     * @return whether it is, or the keyframes below it are
     */
    public boolean isSeen(Row row) {
        int top = row.yPx() - scrollYPx;
        return top + row.heightPx() + row.lanesPx() > Metrics.RULER_HEIGHT_PX && top < heightPx - Metrics.SCROLL_HEIGHT_PX;
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
