package org.reelbench.ui.tracks.internal.gesture;

import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.TimeScale;

/**
 * Where the mouse is, and which keys are held.
 *
 * @param x its column in the view
 * @param y its row in the view
 * @param ctrl whether Ctrl is held: adds to the selection, and lets what is dragged move others away
 * @param shift whether Shift is held: adds to the selection
 * @param alt whether Alt is held: what overlaps is dissolved
 */
public record Pointer(int x, int y, boolean ctrl, boolean shift, boolean alt) {

    /**
     * Creates a pointer without keys.
     *
     * @param x its column
     * @param y its row
     * @return the pointer
     */
    public static Pointer at(int x, int y) {
        return new Pointer(x, y, false, false, false);
    }

    /**
     * Tells whether the selection is added to.
     *
     * @return true with Ctrl or Shift
     */
    public boolean adds() {
        return ctrl || shift;
    }

    /** Returns the time under the mouse, in frames and parts of one. */
    double time(TimeScale scale) {
        return scale.leftFrame() + (x - Metrics.HEADER_WIDTH_PX) / scale.pxPerFrame();
    }
}
