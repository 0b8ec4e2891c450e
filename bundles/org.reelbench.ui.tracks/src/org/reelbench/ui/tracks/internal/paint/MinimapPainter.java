package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Minimap;
import org.reelbench.ui.tracks.internal.model.ScrollThumb;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/**
 * Paints the whole sequence small at the lower border, with the playhead and the frame around what is seen of it. Remembers what it
 * painted last.
 */
public final class MinimapPainter {

    private static final int MARGIN_PX = 3;
    private static final int SEEN_ALPHA = 40;

    private @Nullable Minimap last;

    /**
     * Paints, if the part that needs painting holds some of it.
     *
     * @param pen draws
     * @param frame what is shown
     * @param part the part that needs painting
     * @return how many items of tracks were looked at
     */
    public int paint(Pen pen, TrackFrame frame, Rectangle part) {
        int top = frame.heightPx() - Metrics.SCROLL_HEIGHT_PX;
        int fromX = Math.max(Metrics.HEADER_WIDTH_PX, part.x);
        int toX = Math.min(frame.widthPx(), part.x + part.width);
        if (part.y + part.height <= top || fromX >= toX) {
            return 0;
        }
        pen.fill(fromX, top, toX - fromX, Metrics.SCROLL_HEIGHT_PX, Theme.PANEL);
        Minimap map = Minimap.of(frame.layout().rows(), framesPerPx(frame), last);
        last = map;
        int height = Math.max(1, (Metrics.SCROLL_HEIGHT_PX - 2 * MARGIN_PX) / Math.max(1, map.lanes().size()));
        for (int i = 0; i < map.lanes().size(); i++) {
            lane(pen, map.lanes().get(i), top + MARGIN_PX + i * height, Math.max(1, height - 1), fromX, toX);
        }
        ScrollThumb thumb = frame.thumb();
        if (!thumb.isWhole()) {
            int x = Metrics.HEADER_WIDTH_PX + thumb.xPx();
            pen.tint(x, top, thumb.widthPx(), Metrics.SCROLL_HEIGHT_PX, Theme.TEXT, SEEN_ALPHA);
            pen.frame(x, top, thumb.widthPx(), Metrics.SCROLL_HEIGHT_PX, Theme.TEXT_DIM);
        }
        int playheadX = playhead(frame).x;
        if (playheadX >= fromX && playheadX < toX) {
            pen.line(playheadX, top, playheadX, frame.heightPx() - 1, Theme.PLAYHEAD);
        }
        return map.visitedItems();
    }

    /**
     * Returns where the playhead is in the whole sequence.
     *
     * @param frame what is shown
     * @return the points that it covers
     */
    public static Rectangle playhead(TrackFrame frame) {
        int x = Metrics.HEADER_WIDTH_PX + (int) (frame.playheadFrame() / framesPerPx(frame));
        return new Rectangle(x, frame.heightPx() - Metrics.SCROLL_HEIGHT_PX, 1, Metrics.SCROLL_HEIGHT_PX);
    }

    private static double framesPerPx(TrackFrame frame) {
        return ScrollThumb.allFrames(frame.scale(), frame.sequence().durationFrames(), frame.lanesWidthPx())
                / frame.lanesWidthPx();
    }

    private static void lane(Pen pen, Minimap.Lane lane, int y, int height, int fromX, int toX) {
        Color color = lane.isOff() ? Theme.LINE : lane.kind() == TrackKind.VIDEO ? Theme.CLIP_VIDEO : Theme.CLIP_AUDIO;
        for (int i = 0; i + 1 < lane.stretches().size(); i += 2) {
            int from = Math.max(fromX, Metrics.HEADER_WIDTH_PX + lane.stretches().get(i));
            int to = Math.min(toX, Metrics.HEADER_WIDTH_PX + lane.stretches().get(i + 1));
            if (from < to) {
                pen.fill(from, y, to - from, height, color);
            }
        }
    }
}
