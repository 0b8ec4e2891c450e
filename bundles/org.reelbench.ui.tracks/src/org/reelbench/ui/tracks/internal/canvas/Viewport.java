package org.reelbench.ui.tracks.internal.canvas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Point;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.TrackLayout;
import org.reelbench.ui.tracks.internal.tools.TrackTools;

/**
 * What is shown and which part of it: the sequence or what an edit would leave of it, its rows, how far they are scrolled,
 * and how wide a frame is. Paints nothing. On the UI thread.
 */
final class Viewport {

    private static final double ZOOM_STEP = 1.5;

    private final Editor editor;
    private final TrackTools tools;
    private final TrackLoads loads;
    private final Supplier<Point> size;
    private final Supplier<Map<Id, List<DecoratedTrack>>> decorations;
    private @Nullable Sequence sequence;
    private @Nullable Sequence previewed;
    private @Nullable TimeScale scale;
    private TrackLayout layout = new TrackLayout(List.of(), Metrics.RULER_HEIGHT_PX);
    private Overlay overlay = Overlay.NONE;
    private List<PreviewStretch> previews = List.of();
    private int scrollYPx;

    /**
     * Creates a viewport that shows nothing.
     *
     * @param editor tells the playhead and what is selected
     * @param tools tells how high rows are and which keyframes are seen
     * @param loads tells how far tracks are loaded
     * @param size how large the view is at the moment
     * @param decorations what decorators have said of tracks
     */
    Viewport(Editor editor, TrackTools tools, TrackLoads loads, Supplier<Point> size,
            Supplier<Map<Id, List<DecoratedTrack>>> decorations) {
        this.editor = editor;
        this.tools = tools;
        this.loads = loads;
        this.size = size;
        this.decorations = decorations;
    }

    /** Shows another sequence from its start, or none. */
    void turnTo(@Nullable Sequence shown) {
        previewed = null;
        overlay = Overlay.NONE;
        sequence = shown;
        scale = null;
        scrollYPx = 0;
        editor.project().ifPresent(tools.heights()::turnTo);
        layOut();
    }

    /** Takes what an edit left, which is shown as soon as nothing is previewed. */
    void edited(Sequence after) {
        sequence = after;
    }

    boolean isOpen() {
        return sequence != null;
    }

    boolean isPreviewing() {
        return previewed != null;
    }

    /** Returns what is seen: what an edit would leave, or else the sequence itself. */
    @Nullable
    Sequence shown() {
        return previewed != null ? previewed : sequence;
    }

    /** Tells whether there is no clip yet on any track. */
    boolean isEmpty() {
        Sequence real = sequence;
        return real != null && real.tracks().stream().allMatch(track -> track.items().isEmpty());
    }

    void preview(@Nullable Sequence tried, Overlay newOverlay) {
        previewed = tried;
        overlay = newOverlay;
        layOut();
    }

    void clearOverlay() {
        overlay = Overlay.NONE;
    }

    List<PreviewStretch> previews() {
        return previews;
    }

    void setPreviews(List<PreviewStretch> stretches) {
        previews = stretches;
    }

    /** Returns what is to be painted; something must be shown. */
    TrackFrame frame() {
        Sequence seen = shown();
        if (seen == null) {
            throw new IllegalStateException("no project is open");
        }
        Point now = size.get();
        return new TrackFrame(seen, layout, scaleOf(seen), scrollYPx, now.x, now.y, editor.playheadFrame(), editor.selection(),
                editor.chosenTrack(), loads.shown(), previews, overlay, decorations.get());
    }

    int lanesWidthPx() {
        return size.get().x - Metrics.HEADER_WIDTH_PX;
    }

    /** Returns the scale, if anything is shown. */
    Optional<TimeScale> scale() {
        return Optional.ofNullable(shown()).map(this::scaleOf);
    }

    /** The scale is chosen when the width is known first. */
    private TimeScale scaleOf(Sequence seen) {
        TimeScale known = scale;
        if (known == null) {
            known = TimeScale.fitting(seen.durationFrames(), lanesWidthPx());
            if (lanesWidthPx() > 0) {
                scale = known;
            }
        }
        return known;
    }

    void setScale(TimeScale newScale) {
        scale = newScale;
    }

    /** Shows the whole sequence from the next painting on. */
    void fit() {
        scale = null;
    }

    /** Returns the scale for a closer or a wider look at the playhead if it is seen, else at the middle. */
    TimeScale zoomed(TimeScale now, boolean in) {
        int widthPx = lanesWidthPx();
        int playheadX = now.xOf(editor.playheadFrame());
        boolean isSeen = playheadX >= 0 && playheadX < widthPx;
        return now.zoomed(in ? ZOOM_STEP : 1 / ZOOM_STEP, isSeen ? playheadX : widthPx / 2);
    }

    /** Scrolls the rows, as far as there are any beyond the border; heights may have changed. */
    void scrollRows(int deltaPx) {
        scrollYPx += deltaPx;
        layOut();
    }

    private void layOut() {
        Sequence seen = shown();
        if (seen != null) {
            layout = TrackLayout.of(seen, Metrics.RULER_HEIGHT_PX, tools.heights().heights(), tools.lanes());
        }
        int room = size.get().y - Metrics.SCROLL_HEIGHT_PX;
        scrollYPx = Math.clamp(scrollYPx, 0, Math.max(0, layout.heightPx() - room));
    }
}
