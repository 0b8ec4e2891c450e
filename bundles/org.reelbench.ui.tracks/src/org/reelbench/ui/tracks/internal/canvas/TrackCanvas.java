package org.reelbench.ui.tracks.internal.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.project.Project;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.PreviewBar;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.tracks.internal.decoration.Decorating;
import org.reelbench.ui.tracks.internal.drag.TrackGestures;
import org.reelbench.ui.tracks.internal.edit.CopyPaste;
import org.reelbench.ui.tracks.internal.edit.TrackEdits;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.nested.NestedSequences;
import org.reelbench.ui.tracks.internal.paint.MinimapPainter;
import org.reelbench.ui.tracks.internal.paint.OverlayPainter;
import org.reelbench.ui.tracks.internal.paint.Pen;
import org.reelbench.ui.tracks.internal.paint.TracksPainter;
import org.reelbench.ui.tracks.internal.tools.TrackTools.Follow;
import org.reelbench.ui.tracks.internal.tools.TrackTools;
import org.reelbench.ui.tracks.internal.twoup.TwoUpPictures;

/** The canvas of the track view. Follows the editor until it is disposed. On the UI thread. */
public final class TrackCanvas extends Canvas implements TrackGestures.View, PreviewBar {

    /** The playhead's head and line lie within this distance of its column. */
    private static final int PLAYHEAD_REACH_PX = 9;
    /** When playback leaves the view, the next page begins so far before the playhead. */
    private static final double PAGE_LEAD = 0.1;

    private final Editor editor;
    private final CanvasServices services;
    private final TrackTools tools;
    private final TrackEdits edits;
    private final NestedSequences nested;
    private final TrackGestures gestures;
    private final EditorListener follower = new Follower();
    private final Font nameFont;
    private final ThumbnailImages pictures;
    private final EditorSketches sketches;
    private final TwoUpPictures sides;
    private final Decorating decorating;
    private final MinimapPainter minimap = new MinimapPainter();
    private final Viewport viewport;
    private long paintedPlayhead;
    private Rectangle paintedSmall = new Rectangle(0, 0, 0, 0);
    private int lastVisited;
    private long seenFrom;
    private long seenTo;

    /**
     * Creates the canvas.
     *
     * @param parent what it lies in
     * @param editor what it shows
     * @param services what it asks others for
     * @param tools what the mouse does
     */
    public TrackCanvas(Composite parent, Editor editor, CanvasServices services, TrackTools tools) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.editor = editor;
        this.services = services;
        this.tools = tools;
        decorating = Decorating.of(services.decorators(), () -> UiThread.later(this::redrawIfThere));
        viewport = new Viewport(editor, tools, services.loads(), this::getSize, decorating::shown);
        edits = new TrackEdits(editor);
        nested = new NestedSequences(editor);
        setBackground(Theme.GROUND);
        nameFont = FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        pictures = new ThumbnailImages(getDisplay());
        sketches = new EditorSketches(editor, services.sketches(), () -> UiThread.later(this::redrawIfThere));
        sides = new TwoUpPictures(editor, services.players(), () -> UiThread.later(this::redrawIfThere));
        gestures = new TrackGestures(editor, this);
        addListener(SWT.Paint, event -> paint(event.gc, new Rectangle(event.x, event.y, event.width, event.height)));
        addListener(SWT.Resize, _ -> redraw());
        addListener(SWT.Dispose, _ -> {
            editor.removeListener(follower);
            services.loads().onChange(() -> {
                // nobody looks any more
            });
            sketches.close();
            sides.close();
            decorating.close();
            pictures.dispose();
            nameFont.dispose();
        });
        services.loads().onChange(() -> UiThread.later(this::loadsChanged));
        editor.addListener(follower);
        show(editor.project().map(OpenProject::sequence));
    }

    private void redrawIfThere() {
        if (!isDisposed()) {
            redraw();
        }
    }

    /** Shows what failed at once, and what is being loaded if it goes on for long. */
    private void loadsChanged() {
        if (!isDisposed()) {
            redraw(0, 0, Metrics.HEADER_WIDTH_PX, getSize().y, false);
            getDisplay().timerExec((int) TimeUnit.NANOSECONDS.toMillis(TrackLoads.QUICK_NS), this::redrawHeaders);
        }
    }

    private void redrawHeaders() {
        if (!isDisposed()) {
            redraw(0, 0, Metrics.HEADER_WIDTH_PX, getSize().y, false);
        }
    }

    @Override
    public void show(List<PreviewStretch> stretches) {
        if (!isDisposed() && !viewport.previews().equals(stretches)) {
            viewport.setPreviews(stretches);
            int height = Metrics.PREVIEW_HEIGHT_PX + 1;
            redraw(Metrics.HEADER_WIDTH_PX, Metrics.RULER_HEIGHT_PX - height, getSize().x - Metrics.HEADER_WIDTH_PX, height,
                    false);
        }
    }

    /** Tells which frames are seen, if they are others than before. */
    private void tellSeen(TrackFrame frame) {
        long from = frame.scale().frameAt(0);
        long to = Math.min(frame.sequence().durationFrames(), frame.scale().frameAt(frame.lanesWidthPx()) + 1);
        if (from < to && (from != seenFrom || to != seenTo)) {
            services.previewing().get().ifPresent(previewer -> {
                seenFrom = from;
                seenTo = to;
                previewer.seen(from, to);
            });
        }
    }

    /**
     * Gives up what is being dragged.
     *
     * @return whether anything was
     */
    public boolean cancelDrag() {
        return gestures.cancel();
    }

    private void show(Optional<Sequence> shown) {
        gestures.cancel();
        viewport.turnTo(shown.orElse(null));
        redraw();
    }

    /** Tells whether there is something to put media on. */
    public boolean isOpen() {
        return viewport.isOpen();
    }

    @Override
    public TrackFrame frame() {
        return viewport.frame();
    }

    @Override
    public TrackTools tools() {
        return tools;
    }

    @Override
    public void preview(Optional<Sequence> newPreview, Overlay newOverlay) {
        if (viewport.isOpen()) {
            viewport.preview(newPreview.orElse(null), newOverlay);
            sides.show(newOverlay.twoUp());
            redraw();
        }
    }

    @Override
    public void holdPreview() {
        viewport.clearOverlay();
        sides.show(Optional.empty());
        redraw();
    }

    @Override
    public void setScale(TimeScale newScale) {
        viewport.setScale(newScale);
        redraw();
    }

    @Override
    public void scrollRows(int deltaPx) {
        viewport.scrollRows(deltaPx);
        redraw();
    }

    /**
     * Zooms to the playhead if it is seen, else to the middle.
     *
     * @param in whether frames get wider
     */
    public void zoom(boolean in) {
        viewport.scale().ifPresent(now -> setScale(viewport.zoomed(now, in)));
    }

    /** Looks again at what is dragged, since what snaps or what the mouse does has changed. */
    public void toolsChanged() {
        scrollRows(0);
        if (gestures.isDragging()) {
            gestures.dragAgain();
        }
    }

    /** Shows the keyframes of the selected clips below them, or hides them. */
    public void toggleLanes() {
        tools.toggleLanes(editor.selection());
    }

    /** Selects no clip. */
    public void selectNothing() {
        editor.select(Set.of());
    }

    /** Returns what copies and pastes. */
    public CopyPaste clipboard() {
        return new CopyPaste(editor, getDisplay());
    }

    public List<PreviewStretch> previews() {
        return viewport.previews();
    }

    /** Returns what opens the sequences that clips show. */
    public NestedSequences nested() {
        return nested;
    }

    /** Returns what the mouse does. */
    public TrackGestures gestures() {
        return gestures;
    }

    /** Returns what keys and menus do. */
    public TrackEdits edits() {
        return edits;
    }

    /** Shows the whole sequence. */
    public void fit() {
        viewport.fit();
        redraw();
    }

    /**
     * Returns how many items the last painting looked at, for the tests that bound it.
     *
     * @return the number of clips, gaps and decorations
     */
    public int lastVisitedItems() {
        return lastVisited;
    }

    private void paint(GC gc, Rectangle part) {
        if (!viewport.isOpen()) {
            gc.setBackground(Theme.GROUND);
            gc.fillRectangle(part);
            hint(gc, "Open a project to see its tracks", 0);
            return;
        }
        decorate();
        TrackFrame frame = frame();
        tellSeen(frame);
        boolean whole = EditorSketches.isWhole(part, frame.widthPx(), frame.heightPx());
        if (whole) {
            sketches.begin();
        }
        Pen pen = new SwtPen(gc, nameFont, pictures);
        lastVisited = TracksPainter.paint(pen, frame, part, sketches);
        minimap.paint(pen, frame, part);
        OverlayPainter.paint(pen, frame, part, sides);
        if (whole) {
            sketches.end();
        }
        paintedPlayhead = frame.playheadFrame();
        paintedSmall = MinimapPainter.playhead(frame);
        if (viewport.isEmpty()) {
            hint(gc, "Drag media here, or files", Metrics.HEADER_WIDTH_PX);
        }
    }

    /** What is only tried out asks nobody: marks of clips go with them, the others wait for the edit. */
    private void decorate() {
        OpenProject open = editor.project().orElse(null);
        if (open != null && !viewport.isPreviewing()) {
            // Read in this order the revision is never that of a later state.
            long revision = open.session().revision();
            Project project = open.session().project();
            decorating.look(project, revision, open.sequence(project), frame());
        }
    }

    private void hint(GC gc, String words, int left) {
        gc.setForeground(Theme.TEXT_DIM);
        Point extent = gc.textExtent(words);
        gc.drawText(words, left + (getSize().x - left - extent.x) / 2, (getSize().y - extent.y) / 2, true);
    }

    private void playheadMoved(TimeScale current, long playhead) {
        int lanesWidthPx = viewport.lanesWidthPx();
        int x = current.xOf(playhead);
        if (!gestures.isDragging()) {
            if (tools.follow() == Follow.CONTINUOUS) {
                setScale(current.from(playhead - lanesWidthPx / 2.0 / current.pxPerFrame()));
                return;
            }
            if (tools.follow() == Follow.PAGE && (x < 0 || x >= lanesWidthPx)) {
                setScale(current.from(playhead - lanesWidthPx * PAGE_LEAD / current.pxPerFrame()));
                return;
            }
        }
        int oldX = current.xOf(paintedPlayhead);
        int height = getSize().y;
        redraw(Metrics.HEADER_WIDTH_PX + oldX - PLAYHEAD_REACH_PX, 0, 2 * PLAYHEAD_REACH_PX, height, false);
        redraw(Metrics.HEADER_WIDTH_PX + x - PLAYHEAD_REACH_PX, 0, 2 * PLAYHEAD_REACH_PX, height, false);
        redraw(0, 0, Metrics.HEADER_WIDTH_PX, Metrics.RULER_HEIGHT_PX, false);
        Rectangle small = MinimapPainter.playhead(frame());
        if (!small.equals(paintedSmall)) {
            redraw(paintedSmall.x, paintedSmall.y, paintedSmall.width, paintedSmall.height, false);
            redraw(small.x, small.y, small.width, small.height, false);
        }
    }

    private final class Follower implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            show(project.map(OpenProject::sequence));
        }

        @Override
        public void sequenceOpened(OpenProject project) {
            show(Optional.of(project.sequence()));
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            viewport.edited(after);
            if (!gestures.isDragging()) {
                preview(Optional.empty(), Overlay.NONE);
            }
        }

        @Override
        public void sequenceTried(Sequence shown) {
            if (!gestures.isDragging()) {
                preview(Optional.of(shown), Overlay.NONE);
            }
        }

        @Override
        public void playheadMoved(long playhead) {
            viewport.scale().ifPresent(scale -> TrackCanvas.this.playheadMoved(scale, playhead));
        }

        @Override
        public void trackChosen(Optional<Id> track) {
            redraw();
        }

        @Override
        public void selectionChanged(Set<Id> clips) {
            redraw();
        }

        @Override
        public void told(String text, boolean isProblem) {
            if (isProblem && !gestures.isDragging() && viewport.isPreviewing()) {
                // What was previewed has been refused.
                preview(Optional.empty(), Overlay.NONE);
            }
        }
    }
}
