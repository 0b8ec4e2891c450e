package org.reelbench.ui.tracks.internal.paint;

import org.reelbench.timeline.Keyframe;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.ClipLanes;
import org.reelbench.ui.tracks.internal.model.KeyLane;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Paints the strips with keyframes below clips: costs the pixels of what is seen of them. */
final class LanePainter {

    private static final int STEP_PX = 3;
    private static final int KEY_PX = 4;
    private static final int TEXT_MARGIN_PX = 7;
    private static final int CURVE_ALPHA = 60;

    private final Pen pen;
    private final TrackFrame frame;
    private final int fromX;
    private final int toX;

    LanePainter(Pen pen, TrackFrame frame, int fromX, int toX) {
        this.pen = pen;
        this.frame = frame;
        this.fromX = fromX;
        this.toX = toX;
    }

    void paint(Row row, int top) {
        for (ClipLanes clip : row.lanes()) {
            int left = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(clip.startFrame());
            int right = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(clip.endFrame()) - 1;
            if (left < toX && right > fromX) {
                for (int i = 0; i < clip.lanes().size(); i++) {
                    strip(clip, clip.lanes().get(i), left, right, top + i * KeyLane.HEIGHT_PX);
                }
            }
        }
    }

    private void strip(ClipLanes clip, KeyLane lane, int left, int right, int top) {
        int from = Math.max(left, fromX);
        int to = Math.min(right, toX);
        pen.fill(from, top, to - from, KeyLane.HEIGHT_PX - 1, Theme.PANEL);
        int lastX = from;
        int lastY = top + yAt(clip, lane, from);
        for (int x = Math.min(from + STEP_PX, to); x > lastX; x = Math.min(x + STEP_PX, to)) {
            int y = top + yAt(clip, lane, x);
            pen.tint(lastX, Math.min(lastY, y), x - lastX, top + KeyLane.HEIGHT_PX - 1 - Math.min(lastY, y), Theme.ACCENT,
                    CURVE_ALPHA);
            pen.line(lastX, lastY, x, y, lane.curve().isPresent() ? Theme.TEXT : Theme.TEXT_DIM);
            lastX = x;
            lastY = y;
        }
        for (Keyframe key : lane.keys()) {
            if (key.frame() >= 0 && key.frame() < clip.clip().durationFrames()) {
                key(clip, key, top + lane.yOf(key.value()));
            }
        }
        int text = Math.max(left, Metrics.HEADER_WIDTH_PX) + TEXT_MARGIN_PX;
        pen.text(lane.label(), text, top + 2, Math.max(0, right - text - TEXT_MARGIN_PX), Theme.TEXT_DIM, Pen.Face.SMALL);
    }

    private int yAt(ClipLanes clip, KeyLane lane, int x) {
        double at = frame.scale().leftFrame() + (x - Metrics.HEADER_WIDTH_PX) / frame.scale().pxPerFrame() - clip.startFrame();
        return lane.yOf(lane.valueAt(at));
    }

    private void key(ClipLanes clip, Keyframe key, int y) {
        long at = clip.startFrame() + key.frame();
        int x = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(at);
        if (x + KEY_PX >= fromX && x - KEY_PX < toX) {
            pen.polygon(new int[] { x, y - KEY_PX, x + KEY_PX, y, x, y + KEY_PX, x - KEY_PX, y },
                    at == frame.playheadFrame() ? Theme.ACCENT : Theme.TEXT);
        }
    }
}
