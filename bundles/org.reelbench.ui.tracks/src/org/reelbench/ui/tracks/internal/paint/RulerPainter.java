package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Marker;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.RulerTicks;
import org.reelbench.ui.tracks.internal.model.RulerTicks.Tick;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Paints the ruler, the playhead and, above the headers, the playhead's timecode. */
final class RulerPainter {

    private static final int LABEL_MARK_PX = 12;
    private static final int MARK_PX = 5;
    private static final int HEAD_HALF_PX = 6;
    private static final int HEAD_PX = 13;
    private static final int LABEL_ROOM_PX = 100;
    private static final int RANGE_ALPHA = 40;
    private static final int DURATION_ALPHA = 90;

    private final Pen pen;
    private final TrackFrame frame;

    RulerPainter(Pen pen, TrackFrame frame) {
        this.pen = pen;
        this.frame = frame;
    }

    void ruler(int fromXPx, int toXPx) {
        int bottom = Metrics.RULER_HEIGHT_PX;
        pen.fill(Metrics.HEADER_WIDTH_PX, 0, frame.lanesWidthPx(), bottom, Theme.PANEL);
        pen.line(Metrics.HEADER_WIDTH_PX, bottom - 1, frame.widthPx(), bottom - 1, Theme.LINE);
        range(fromXPx, toXPx);
        int labelTop = 3;
        for (Tick tick : RulerTicks.of(frame.scale(), frame.sequence().rate(), fromXPx - Metrics.HEADER_WIDTH_PX,
                toXPx - Metrics.HEADER_WIDTH_PX)) {
            int x = Metrics.HEADER_WIDTH_PX + tick.xPx();
            boolean labelled = !tick.label().isEmpty();
            pen.line(x, bottom - 2 - (labelled ? LABEL_MARK_PX : MARK_PX), x, bottom - 2, labelled ? Theme.TEXT_DIM : Theme.LINE);
            if (labelled) {
                pen.text(tick.label(), x + 4, labelTop, LABEL_ROOM_PX, Theme.TEXT_DIM, Pen.Face.SMALL);
            }
        }
        markers(fromXPx, toXPx);
    }

    private void markers(int fromXPx, int toXPx) {
        for (Marker marker : frame.sequence().markers()) {
            int x = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(marker.frame());
            int end = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(marker.frame() + marker.durationFrames());
            if (Math.max(end, x + Metrics.FLAG_WIDTH_PX) < fromXPx || x >= toXPx) {
                continue;
            }
            Color color = Shades.of(marker);
            if (marker.durationFrames() > 0) {
                int from = Math.max(fromXPx, x);
                pen.tint(from, 0, Math.max(1, Math.min(toXPx, end) - from), Metrics.FLAG_HEIGHT_PX, color, DURATION_ALPHA);
            }
            pen.line(x, 0, x, Metrics.RULER_HEIGHT_PX - 2, color);
            int tip = x + Metrics.FLAG_WIDTH_PX;
            int[] flag = { x, 0, tip, 0, tip - 3, Metrics.FLAG_HEIGHT_PX / 2, tip, Metrics.FLAG_HEIGHT_PX, x,
                    Metrics.FLAG_HEIGHT_PX };
            pen.polygon(flag, color);
        }
    }

    /** The range from in to out, behind the ticks. */
    private void range(int fromXPx, int toXPx) {
        FrameRange range = frame.sequence().inOut();
        if (range == null) {
            return;
        }
        int left = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(range.inFrame());
        int right = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(range.outFrame());
        int from = Math.max(fromXPx, left);
        int to = Math.min(toXPx, right);
        if (to > from) {
            pen.tint(from, 0, to - from, Metrics.RULER_HEIGHT_PX - 1, Theme.TEXT, RANGE_ALPHA);
        }
        for (int edge : new int[] { left, right - 1 }) {
            if (edge >= fromXPx && edge < toXPx) {
                pen.line(edge, 0, edge, Metrics.RULER_HEIGHT_PX - 2, Theme.TEXT);
            }
        }
    }

    /** The bar at the ruler's lower edge: what is not told of is left as the ruler is. */
    void previews(int fromXPx, int toXPx) {
        int top = Metrics.RULER_HEIGHT_PX - Metrics.PREVIEW_HEIGHT_PX - 1;
        for (PreviewStretch stretch : frame.previews()) {
            int left = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(stretch.startFrame());
            // However short it is, that it is there is seen.
            int right = Math.max(left + 1, Metrics.HEADER_WIDTH_PX + frame.scale().xOf(stretch.endFrame()));
            int from = Math.max(fromXPx, left);
            int to = Math.min(toXPx, right);
            if (to > from) {
                pen.fill(from, top, to - from, Metrics.PREVIEW_HEIGHT_PX, Shades.of(stretch.state()));
            }
        }
    }

    /** The line through all tracks; its head lies in the ruler. */
    void playhead() {
        int x = frame.playheadXPx();
        int bottom = frame.heightPx() - Metrics.SCROLL_HEIGHT_PX;
        int headTop = Metrics.RULER_HEIGHT_PX - HEAD_PX - 1;
        pen.line(x, headTop + 2, x, bottom - 1, Theme.PLAYHEAD);
        int left = x - HEAD_HALF_PX;
        int right = x + HEAD_HALF_PX + 1;
        int shoulder = headTop + HEAD_PX / 2;
        int tip = headTop + HEAD_PX;
        int[] outline = { left, headTop, right, headTop, right, shoulder, x + 1, tip, x, tip, left, shoulder };
        pen.polygon(outline, Theme.PLAYHEAD);
    }

    void corner() {
        int height = Metrics.RULER_HEIGHT_PX;
        pen.fill(0, 0, Metrics.HEADER_WIDTH_PX, height, Theme.PANEL);
        String timecode = Timecode.of(frame.playheadFrame(), frame.sequence().rate()).toString();
        pen.text(timecode, 12, (height - pen.lineHeight(Pen.Face.TIMECODE)) / 2, Metrics.HEADER_WIDTH_PX - 16, Theme.TEXT,
                Pen.Face.TIMECODE);
        pen.line(0, height - 1, Metrics.HEADER_WIDTH_PX, height - 1, Theme.LINE);
        pen.line(Metrics.HEADER_WIDTH_PX - 1, 0, Metrics.HEADER_WIDTH_PX - 1, height - 1, Theme.LINE);
    }
}
