package org.reelbench.ui.tracks.internal.model;

import java.util.List;

import org.reelbench.timeline.Track;

/**
 * A track's row.
 *
 * @param track the track
 * @param yPx its upper border
 * @param heightPx the height of its clips
 * @param lanes the strips below the clips whose keyframes are shown
 */
public record Row(Track track, int yPx, int heightPx, List<ClipLanes> lanes) {

    /** Creates it with a list of its own. */
    public Row {
        lanes = List.copyOf(lanes);
    }

    /**
     * Returns the height of the strips.
     *
     * @return the height of those of the clip that has the most
     */
    public int lanesPx() {
        return lanes.stream().mapToInt(clip -> clip.lanes().size()).max().orElse(0) * KeyLane.HEIGHT_PX;
    }

    /**
     * Returns the lower border.
     *
     * @return the first pixel below it
     */
    public int bottomPx() {
        return yPx + heightPx + lanesPx();
    }

    /**
     * Tells whether the row has a pixel row.
     *
     * @param y the pixel row
     * @return true if it does
     */
    public boolean contains(int y) {
        return y >= yPx && y < bottomPx();
    }
}
