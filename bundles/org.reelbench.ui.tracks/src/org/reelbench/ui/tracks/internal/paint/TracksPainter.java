package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.loading.LoadState;
import org.reelbench.loading.TrackLoad;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackContents;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/**
 * Paints the whole track view, or the part of it that needs it: only items that touch that part are looked at.
 */
public final class TracksPainter {

    private static final int STRIPE_PX = 4;
    private static final int MARK_WIDTH_PX = 4;
    private static final int MARK_MIN_PX = 16;

    private final Pen pen;
    private final TrackFrame frame;
    private final ClipSketches sketches;

    private TracksPainter(Pen pen, TrackFrame frame, ClipSketches sketches) {
        this.sketches = sketches;
        this.pen = pen;
        this.frame = frame;
    }

    /**
     * Paints.
     *
     * @param pen draws
     * @param frame what is shown
     * @param part the part that needs painting
     * @param sketches the pictures and outlines that are there
     * @return how many items of tracks were looked at, and decorations painted
     */
    public static int paint(Pen pen, TrackFrame frame, Rectangle part, ClipSketches sketches) {
        return new TracksPainter(pen, frame, sketches).paint(part);
    }

    private int paint(Rectangle part) {
        int header = Metrics.HEADER_WIDTH_PX;
        pen.fill(part.x, part.y, part.width, part.height, Theme.GROUND);
        int rowsTop = Metrics.RULER_HEIGHT_PX;
        int rowsHeight = Math.max(0, frame.heightPx() - Metrics.SCROLL_HEIGHT_PX - rowsTop);
        int visited = 0;
        int fromX = Math.max(header, part.x);
        int toX = part.x + part.width;
        RulerPainter ruler = new RulerPainter(pen, frame);
        if (toX > header) {
            pen.clip(fromX, rowsTop, toX - fromX, rowsHeight);
            for (Row row : frame.layout().rows()) {
                visited += lane(row, fromX, toX);
            }
            pen.clip(fromX, 0, toX - fromX, frame.heightPx());
            ruler.ruler(fromX, toX);
            ruler.previews(fromX, toX);
            if (frame.playheadXPx() >= header) {
                ruler.playhead();
            }
            rowsMark(rowsTop, rowsHeight);
            pen.unclip();
        }
        if (part.x < header) {
            pen.clip(0, rowsTop, header, rowsHeight);
            for (Row row : frame.layout().rows()) {
                header(row);
            }
            pen.unclip();
            ruler.corner();
            pen.fill(0, frame.heightPx() - Metrics.SCROLL_HEIGHT_PX, header, Metrics.SCROLL_HEIGHT_PX, Theme.PANEL);
        }
        return visited;
    }

    private int lane(Row row, int fromX, int toX) {
        if (!frame.isSeen(row)) {
            return 0;
        }
        int top = row.yPx() - frame.scrollYPx();
        Track track = row.track();
        boolean off = track.hidden() || track.muted();
        pen.fill(fromX, top, toX - fromX, row.heightPx(), off ? Shades.LANE_OFF : Shades.LANE);
        if (track.hidden()) {
            return 0;
        }
        long from = frame.scale().frameAt(fromX - Metrics.HEADER_WIDTH_PX - 1);
        long to = frame.scale().frameAt(toX - Metrics.HEADER_WIDTH_PX) + 1;
        TrackContents contents = TrackContents.visible(track.items(), from, to, (long) (1 / frame.scale().pxPerFrame()));
        ClipPainter clips = new ClipPainter(pen, frame.scale(),
                new SketchPainter(pen, frame.scale(), frame.sequence().rate(), sketches, fromX, toX));
        contents.clips().forEach(placed -> clips.paint(placed, row, top, frame.selection().contains(placed.clip().id())));
        contents.transitions().forEach(placed -> clips.paint(placed, row, top));
        new LanePainter(pen, frame, fromX, toX).paint(row, top + row.heightPx());
        return contents.visitedItems() + new DecorationPainter(pen, frame, fromX, toX).paint(row, top, contents.clips());
    }

    private void header(Row row) {
        if (!frame.isSeen(row)) {
            return;
        }
        int top = row.yPx() - frame.scrollYPx();
        int width = Metrics.HEADER_WIDTH_PX;
        Track track = row.track();
        boolean video = track.kind() == TrackKind.VIDEO;
        boolean off = video ? track.hidden() : track.muted();
        Color kind = video ? Theme.CLIP_VIDEO : Theme.CLIP_AUDIO;
        pen.fill(0, top, width, row.heightPx() + row.lanesPx(), off ? Theme.PANEL : Theme.RAISED);
        pen.fill(0, top, STRIPE_PX, row.heightPx(), off ? Theme.LINE : Shades.standingOut(kind));
        pen.line(width - 1, top, width - 1, top + row.heightPx() + row.lanesPx() - 1, Theme.LINE);
        int nameTop = top + (row.heightPx() - pen.lineHeight(Pen.Face.NAME)) / 2;
        int iconX = width - Metrics.ICON_MARGIN_PX - Metrics.ICON_PX;
        int nameRoom = iconX - 2 * Metrics.ICON_STEP_PX - 20;
        boolean chosen = frame.chosenTrack().filter(track.id()::equals).isPresent();
        if (chosen) {
            pen.frame(0, top, width - 1, row.heightPx(), Theme.ACCENT);
        }
        Color name = chosen ? Theme.ACCENT : off ? Theme.TEXT_DIM : Theme.TEXT;
        TrackLoad load = frame.loads().get(track.id());
        if (load == null) {
            pen.text(track.name(), 14, nameTop, nameRoom, name, Pen.Face.NAME);
        } else {
            int lines = pen.lineHeight(Pen.Face.NAME) + pen.lineHeight(Pen.Face.SMALL);
            int linesTop = top + (row.heightPx() - lines) / 2;
            boolean failed = load.state() == LoadState.FAILED;
            pen.text(track.name(), 14, linesTop, nameRoom, name, Pen.Face.NAME);
            pen.text(failed ? "Not loaded" : "Loading…", 14, linesTop + pen.lineHeight(Pen.Face.NAME), nameRoom,
                    failed ? Theme.PROBLEM : Theme.TEXT_DIM, Pen.Face.SMALL);
        }
        String icon = video ? off ? "eye-off" : "eye" : off ? "speaker-off" : "speaker";
        int iconTop = top + (row.heightPx() - Metrics.ICON_PX) / 2;
        pen.icon(icon, iconX, iconTop);
        pen.icon(track.locked() ? "lock" : "lock-off", iconX - Metrics.ICON_STEP_PX, iconTop);
        pen.icon(track.solo() ? "solo" : "solo-off", iconX - 2 * Metrics.ICON_STEP_PX, iconTop);
    }

    /** Tells at the right border that there are more rows than are seen, and where these lie. */
    private void rowsMark(int rowsTop, int rowsHeight) {
        int allHeight = frame.layout().heightPx() - Metrics.RULER_HEIGHT_PX;
        if (allHeight > rowsHeight && rowsHeight > 0) {
            int height = Math.max(MARK_MIN_PX, rowsHeight * rowsHeight / allHeight);
            int room = Math.max(1, allHeight - rowsHeight);
            int y = rowsTop + (rowsHeight - height) * Math.min(frame.scrollYPx(), room) / room;
            pen.fill(frame.widthPx() - MARK_WIDTH_PX - 1, y, MARK_WIDTH_PX, height, Theme.TEXT_DIM);
        }
    }
}
