package org.reelbench.ui.tracks.internal.paint;

import java.util.Optional;

import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.time.Timecode;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.StillPicture;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.TwoUp;

/** Paints what lies over the tracks while the hand does something: guide lines, the marquee, words, and the frames at a cut. */
public final class OverlayPainter {

    /** The width of a picture beside a cut. */
    public static final int PICTURE_WIDTH_PX = 208;
    /** The height of a picture beside a cut. */
    public static final int PICTURE_HEIGHT_PX = 117;

    private static final int MARQUEE_ALPHA = 40;
    private static final int NOTE_ALPHA = 235;
    private static final int NOTE_DISTANCE_PX = 14;
    private static final int MARGIN_PX = 6;

    private final Pen pen;
    private final TrackFrame frame;
    private final TwoUpStills stills;

    private OverlayPainter(Pen pen, TrackFrame frame, TwoUpStills stills) {
        this.pen = pen;
        this.frame = frame;
        this.stills = stills;
    }

    /**
     * Paints.
     *
     * @param pen draws
     * @param frame what is shown
     * @param part the part that needs painting
     * @param stills the pictures on both sides of a cut
     */
    public static void paint(Pen pen, TrackFrame frame, Rectangle part, TwoUpStills stills) {
        int fromX = Math.max(Metrics.HEADER_WIDTH_PX, part.x);
        int toX = part.x + part.width;
        if (fromX < toX && !frame.overlay().equals(Overlay.NONE)) {
            pen.clip(fromX, 0, toX - fromX, frame.heightPx());
            new OverlayPainter(pen, frame, stills).paint();
            pen.unclip();
        }
    }

    private void paint() {
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

    /** At the lower border of the tracks, where it covers the least; half as large where there is little room. */
    private void twoUp(TwoUp pair) {
        if (!twoUp(pair, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX)) {
            twoUp(pair, PICTURE_WIDTH_PX / 2, PICTURE_HEIGHT_PX / 2);
        }
    }

    private boolean twoUp(TwoUp pair, int pictureWidth, int pictureHeight) {
        int height = pictureHeight + pen.lineHeight(Pen.Face.SMALL) + 3 * MARGIN_PX;
        int width = 2 * pictureWidth + 3 * MARGIN_PX;
        int x = Metrics.HEADER_WIDTH_PX + (frame.lanesWidthPx() - width) / 2;
        int y = frame.heightPx() - Metrics.SCROLL_HEIGHT_PX - height - MARGIN_PX;
        if (x < Metrics.HEADER_WIDTH_PX || y < Metrics.RULER_HEIGHT_PX) {
            return false;
        }
        pen.fill(x, y, width, height, Theme.GROUND);
        pen.frame(x, y, width, height, Theme.LINE);
        side(pair.left(), stills.left(), new Rectangle(x + MARGIN_PX, y + MARGIN_PX, pictureWidth, pictureHeight));
        side(pair.right(), stills.right(),
                new Rectangle(x + pictureWidth + 2 * MARGIN_PX, y + MARGIN_PX, pictureWidth, pictureHeight));
        return true;
    }

    private void side(Optional<TwoUp.Side> side, Optional<StillPicture> picture, Rectangle place) {
        pen.fill(place.x, place.y, place.width, place.height, Shades.LANE_OFF);
        if (side.isEmpty()) {
            return;
        }
        picture.ifPresent(found -> {
            double scale = Math.min((double) place.width / found.widthPx(), (double) place.height / found.heightPx());
            int width = (int) Math.round(found.widthPx() * scale);
            int height = (int) Math.round(found.heightPx() * scale);
            pen.still(found, place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height);
        });
        long sourceFrame = frame.sequence().rate().frameAt(side.get().sourceTime());
        String words = side.get().clip().name() + "  "
                + (sourceFrame < 0 ? "" : Timecode.of(sourceFrame, frame.sequence().rate()).toString());
        pen.text(words, place.x, place.y + place.height + MARGIN_PX, place.width, Theme.TEXT, Pen.Face.SMALL);
    }
}
