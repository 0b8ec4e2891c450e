package org.reelbench.ui.tracks.internal.model;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.TrackKind;

/** The parts of a clip that the mouse takes hold of. */
public enum ClipZone {
    /** Most of it. */
    BODY,
    /** Its left edge. */
    START,
    /** Its right edge. */
    END,
    /** The handle of the fade at its start, in the upper corner. */
    FADE_IN,
    /** The handle of the fade at its end, in the upper corner. */
    FADE_OUT,
    /** The line that tells how loud it is. */
    GAIN;

    /** How wide an edge is. */
    public static final int EDGE_PX = 7;
    /** How wide a handle of a fade is, and how high. */
    public static final int HANDLE_PX = 9;
    /** A narrower clip has no handles. */
    public static final int MIN_HANDLED_PX = 48;

    private static final int MIN_EDGED_PX = 9;
    private static final int GAIN_REACH_PX = 3;

    /**
     * Finds the part of a clip that lies under a point of it.
     *
     * @param frame what is shown
     * @param row the clip's row
     * @param place the clip
     * @param x the point's column in the view
     * @param y the point's row in the view
     * @return the part
     */
    public static ClipZone at(TrackFrame frame, Row row, ClipPlace place, int x, int y) {
        Clip clip = place.clip();
        int left = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(place.startFrame());
        int right = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(place.endFrame());
        int width = right - left;
        int top = row.yPx() - frame.scrollYPx();
        if (width >= MIN_HANDLED_PX && y < top + HANDLE_PX) {
            int in = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(place.startFrame() + clip.fades().inFrames());
            int out = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(place.endFrame() - clip.fades().outFrames());
            if (x >= Math.max(left, in - HANDLE_PX / 2) && x < in + HANDLE_PX) {
                return FADE_IN;
            }
            if (x < Math.min(right, out + HANDLE_PX / 2 + 1) && x >= out - HANDLE_PX) {
                return FADE_OUT;
            }
        }
        int edge = width < MIN_EDGED_PX ? 0 : Math.min(EDGE_PX, width / 3);
        if (x < left + edge) {
            return START;
        }
        if (x >= right - edge) {
            return END;
        }
        boolean isOnLine = row.track().kind() == TrackKind.AUDIO && width >= MIN_HANDLED_PX
                && Math.abs(y - GainLine.in(top, row.heightPx()).yOf(clip.gainDb())) <= GAIN_REACH_PX;
        return isOnLine ? GAIN : BODY;
    }
}
