package org.reelbench.ui.tracks.internal.model;

import org.reelbench.timeline.Track;

/**
 * A track's row.
 *
 * @param track the track
 * @param yPx its upper border
 * @param heightPx its height
 */
public record Row(Track track, int yPx, int heightPx) {

    /**
     * Returns the lower border.
     *
     * @return the first pixel below it
     */
    public int bottomPx() {
        return yPx + heightPx;
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
