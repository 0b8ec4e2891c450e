package org.reelbench.ui.tracks.internal.paint;

import java.util.List;

import org.eclipse.swt.graphics.Color;
import org.reelbench.project.decoration.Tone;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack.Mark;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackContents.PlacedClip;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Paints what decorators say: a strip at the lower edge of the row for each mark, those of another decorator above. */
final class DecorationPainter {

    /** The height of a strip. */
    static final int STRIP_PX = 4;
    private static final int STEP_PX = STRIP_PX + 1;
    /** A mark of a frame is seen, however little a frame is. */
    private static final int LEAST_PX = 3;
    private static final int MIN_LABELLED_PX = 34;
    private static final int MARGIN_PX = 3;
    private static final int WASH_ALPHA = 56;
    private static final int LABEL_ALPHA = 200;

    private final Pen pen;
    private final TrackFrame frame;
    private final int fromX;
    private final int toX;

    DecorationPainter(Pen pen, TrackFrame frame, int fromX, int toX) {
        this.pen = pen;
        this.frame = frame;
        this.fromX = fromX;
        this.toX = toX;
    }

    /** Paints what is seen of a row, and returns how many marks that were. */
    int paint(Row row, int top, List<PlacedClip> clips) {
        List<DecoratedTrack> said = frame.decorations().getOrDefault(row.track().id(), List.of());
        if (said.isEmpty()) {
            return 0;
        }
        long from = frame.scale().frameAt(fromX - Metrics.HEADER_WIDTH_PX - LEAST_PX);
        long to = frame.scale().frameAt(toX - Metrics.HEADER_WIDTH_PX) + 1;
        int bottom = top + row.heightPx() - 1;
        int painted = 0;
        for (DecoratedTrack each : said) {
            List<Mark> marks = each.visible(clips, from, to, (long) (LEAST_PX / frame.scale().pxPerFrame()));
            for (Mark mark : marks) {
                paint(mark, top, bottom);
            }
            painted += marks.size();
            bottom -= STEP_PX;
            if (bottom - STRIP_PX < top + Metrics.TITLE_HEIGHT_PX) {
                break;
            }
        }
        return painted;
    }

    private void paint(Mark mark, int top, int bottom) {
        int left = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(mark.startFrame());
        int right = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(mark.endFrame()) - 1;
        int begin = Math.max(left, Metrics.HEADER_WIDTH_PX - LEAST_PX);
        int width = Math.max(LEAST_PX, Math.min(right, toX + LEAST_PX) - begin);
        Color color = Shades.of(mark.decoration().tone());
        if (mark.decoration().tone() == Tone.WARNING || mark.decoration().tone() == Tone.PROBLEM) {
            // Below the names, which stay as they are read best.
            int washTop = top + Metrics.TITLE_HEIGHT_PX;
            pen.tint(begin, washTop, width, Math.max(0, bottom - STRIP_PX - washTop), color, WASH_ALPHA);
        }
        pen.fill(begin, bottom - STRIP_PX, width, STRIP_PX, color);
        // Measuring costs as much as painting, and most marks are narrow.
        if (width >= MIN_LABELLED_PX && !mark.decoration().label().isEmpty()) {
            label(mark.decoration().label(), Math.max(left, Metrics.HEADER_WIDTH_PX) + MARGIN_PX, right - MARGIN_PX,
                    top + Metrics.TITLE_HEIGHT_PX, bottom - STRIP_PX - 1);
        }
    }

    private void label(String label, int left, int right, int top, int bottom) {
        int lineHeight = pen.lineHeight(Pen.Face.SMALL);
        int room = right - left;
        if (room > 0 && bottom - lineHeight >= top) {
            int textWidth = Math.min(room, pen.width(label, Pen.Face.SMALL));
            pen.tint(left - MARGIN_PX, bottom - lineHeight, textWidth + 2 * MARGIN_PX, lineHeight, Shades.LANE, LABEL_ALPHA);
            pen.text(label, left, bottom - lineHeight, room, Theme.TEXT, Pen.Face.SMALL);
        }
    }
}
