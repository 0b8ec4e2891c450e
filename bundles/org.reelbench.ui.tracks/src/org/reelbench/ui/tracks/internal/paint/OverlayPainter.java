package org.reelbench.ui.tracks.internal.paint;

import java.util.Optional;

import org.reelbench.sketches.Thumbnail;
import org.reelbench.time.RationalTime;
import org.reelbench.time.Timecode;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.TwoUp;

/** Paints what lies over the tracks while the hand does something: guide lines, the marquee, words, and the frames at a cut. */
final class OverlayPainter {

    private static final int MARQUEE_ALPHA = 40;
    private static final int NOTE_ALPHA = 235;
    private static final int NOTE_DISTANCE_PX = 14;
    private static final int MARGIN_PX = 6;
    private static final int PICTURE_WIDTH_PX = 144;
    private static final int PICTURE_HEIGHT_PX = 81;

    private final Pen pen;
    private final TrackFrame frame;
    private final ClipSketches sketches;

    OverlayPainter(Pen pen, TrackFrame frame, ClipSketches sketches) {
        this.pen = pen;
        this.frame = frame;
        this.sketches = sketches;
    }

    void paint() {
        Overlay overlay = frame.overlay();
        int bottom = frame.heightPx() - Metrics.SCROLL_HEIGHT_PX;
        for (long guide : overlay.guideFrames()) {
            int x = Metrics.HEADER_WIDTH_PX + frame.scale().xOf(guide);
            pen.line(x, 0, x, bottom - 1, Theme.ACCENT);
        }
        overlay.marquee().ifPresent(box -> {
            pen.tint(box.xPx(), box.yPx(), box.widthPx(), box.heightPx(), Theme.ACCENT, MARQUEE_ALPHA);
            pen.frame(box.xPx(), box.yPx(), box.widthPx(), box.heightPx(), Theme.ACCENT);
        });
        overlay.twoUp().ifPresent(this::twoUp);
        overlay.note().filter(note -> !note.text().isEmpty()).ifPresent(this::note);
    }

    private void note(Overlay.Note note) {
        int width = Math.min(pen.width(note.text(), Pen.Face.SMALL), Math.max(0, frame.lanesWidthPx() - 4 * MARGIN_PX));
        int height = pen.lineHeight(Pen.Face.SMALL);
        int x = Math.clamp(note.xPx() + NOTE_DISTANCE_PX, Metrics.HEADER_WIDTH_PX + MARGIN_PX,
                Math.max(Metrics.HEADER_WIDTH_PX + MARGIN_PX, frame.widthPx() - width - 2 * MARGIN_PX));
        int y = Math.clamp(note.yPx() + NOTE_DISTANCE_PX, MARGIN_PX,
                Math.max(MARGIN_PX, frame.heightPx() - height - 2 * MARGIN_PX));
        pen.tint(x - MARGIN_PX, y - 2, width + 2 * MARGIN_PX, height + 4, Theme.GROUND, NOTE_ALPHA);
        pen.frame(x - MARGIN_PX, y - 2, width + 2 * MARGIN_PX, height + 4, Theme.LINE);
        pen.text(note.text(), x, y, width, note.isProblem() ? Theme.PROBLEM : Theme.TEXT, Pen.Face.SMALL);
    }

    /** At the lower border of the tracks, where it covers the least. */
    private void twoUp(TwoUp pair) {
        int lineHeight = pen.lineHeight(Pen.Face.SMALL);
        int height = PICTURE_HEIGHT_PX + lineHeight + 3 * MARGIN_PX;
        int width = 2 * PICTURE_WIDTH_PX + 3 * MARGIN_PX;
        int x = Metrics.HEADER_WIDTH_PX + (frame.lanesWidthPx() - width) / 2;
        int y = frame.heightPx() - Metrics.SCROLL_HEIGHT_PX - height - MARGIN_PX;
        if (x < Metrics.HEADER_WIDTH_PX || y < Metrics.RULER_HEIGHT_PX) {
            return;
        }
        pen.fill(x, y, width, height, Theme.GROUND);
        pen.frame(x, y, width, height, Theme.LINE);
        side(pair.left(), x + MARGIN_PX, y + MARGIN_PX);
        side(pair.right(), x + PICTURE_WIDTH_PX + 2 * MARGIN_PX, y + MARGIN_PX);
    }

    private void side(Optional<TwoUp.Side> side, int x, int y) {
        pen.fill(x, y, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX, Shades.LANE_OFF);
        if (side.isEmpty()) {
            return;
        }
        RationalTime time = side.get().sourceTime();
        Optional<Thumbnail> picture = time.signum() < 0
                ? Optional.empty()
                : sketches.thumbnail(side.get().clip(), time, frame.sequence().rate().frameDuration());
        picture.ifPresent(found -> {
            double scale = Math.min((double) PICTURE_WIDTH_PX / found.widthPx(), (double) PICTURE_HEIGHT_PX / found.heightPx());
            int width = (int) Math.round(found.widthPx() * scale);
            int height = (int) Math.round(found.heightPx() * scale);
            pen.picture(found, x + (PICTURE_WIDTH_PX - width) / 2, y + (PICTURE_HEIGHT_PX - height) / 2, width, height, width);
        });
        long sourceFrame = frame.sequence().rate().frameAt(time);
        String words = side.get().clip().name() + "  "
                + (sourceFrame < 0 ? "" : Timecode.of(sourceFrame, frame.sequence().rate()).toString());
        pen.text(words, x, y + PICTURE_HEIGHT_PX + MARGIN_PX, PICTURE_WIDTH_PX, Theme.TEXT, Pen.Face.SMALL);
    }
}
