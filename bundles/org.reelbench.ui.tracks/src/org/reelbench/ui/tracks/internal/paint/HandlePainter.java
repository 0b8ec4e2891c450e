package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.ClipZone;
import org.reelbench.ui.tracks.internal.model.GainLine;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackContents.PlacedClip;

/** Paints what of a clip is taken hold of: its fades and how loud it is. */
final class HandlePainter {

    private static final int SHADE_ALPHA = 110;
    private static final int LINE_ALPHA = 200;

    private final Pen pen;
    private final TimeScale scale;

    HandlePainter(Pen pen, TimeScale scale) {
        this.pen = pen;
        this.scale = scale;
    }

    void paint(PlacedClip placed, Row row, int top, int left, int width, boolean selected) {
        Clip clip = placed.clip();
        if (width < ClipZone.MIN_HANDLED_PX) {
            return;
        }
        int right = left + width;
        int in = Metrics.HEADER_WIDTH_PX + scale.xOf(placed.startFrame() + clip.fades().inFrames());
        int out = Metrics.HEADER_WIDTH_PX + scale.xOf(placed.endFrame() - clip.fades().outFrames());
        int bottom = top + row.heightPx() - 1;
        if (clip.fades().inFrames() > 0) {
            fade(left, bottom, in, top);
        }
        if (clip.fades().outFrames() > 0) {
            fade(right - 1, bottom, out, top);
        }
        if (selected) {
            int half = ClipZone.HANDLE_PX / 2;
            handle(Math.max(left, in - half), top);
            handle(Math.min(right, out + half) - ClipZone.HANDLE_PX, top);
        }
        if (row.track().kind() == TrackKind.AUDIO && !clip.curves().containsKey(Animated.GAIN_DB)) {
            int y = GainLine.in(top, row.heightPx()).yOf(clip.gainDb());
            pen.tint(left, y, width, 1, clip.gainDb() == 0 ? Theme.TEXT_DIM : Theme.TEXT, LINE_ALPHA);
        }
    }

    /** What is faded away is darker, below the line from the corner to the handle. */
    private void fade(int edge, int bottom, int full, int top) {
        int steps = Math.clamp(Math.abs(full - edge) / 4, 1, 16);
        for (int i = 0; i < steps; i++) {
            int from = edge + (full - edge) * i / steps;
            int to = edge + (full - edge) * (i + 1) / steps;
            int height = (bottom - top) * (steps - i) / steps;
            pen.tint(Math.min(from, to), top, Math.abs(to - from), height, Theme.GROUND, SHADE_ALPHA);
        }
        pen.line(edge, bottom, full, top, Theme.TEXT);
    }

    private void handle(int x, int top) {
        Color inner = Theme.ACCENT;
        pen.fill(x, top, ClipZone.HANDLE_PX, ClipZone.HANDLE_PX, Theme.GROUND);
        pen.fill(x + 2, top + 2, ClipZone.HANDLE_PX - 4, ClipZone.HANDLE_PX - 4, inner);
    }
}
