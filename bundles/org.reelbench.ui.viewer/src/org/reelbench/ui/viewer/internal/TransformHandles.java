package org.reelbench.ui.viewer.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.viewer.internal.handles.FittedSizes;
import org.reelbench.ui.viewer.internal.handles.Grab;
import org.reelbench.ui.viewer.internal.handles.HandleBox;
import org.reelbench.ui.viewer.internal.handles.HandleDrag;
import org.reelbench.ui.viewer.internal.handles.PlacementEdit;

/**
 * Handles over the selected clip in the viewer's picture: it is moved, scaled and turned with the mouse, which shows live what it leads
 * to and is one edit in the end; Escape leaves all as it was. On the UI thread; closed with the screen.
 */
final class TransformHandles implements EditorListener {

    /** The clip that is selected under the playhead, how it is placed, and the picture's size where it fits. */
    private record Target(PlacementEdit edit, HandleBox box) {
    }

    private final ScreenCanvas screen;
    private final Editor editor;
    private final BooleanSupplier isPlaying;
    private final Executor background;
    private final Listener escape = this::leaveByKey;
    private @Nullable Content fittedOf;
    private @Nullable HandleBox fitted;
    private @Nullable Target target;
    private @Nullable HandleDrag drag;
    private @Nullable Transform shown;

    /**
     * Lays handles over a screen from now on.
     *
     * @param background runs what may have to wait, in order
     */
    TransformHandles(ScreenCanvas screen, Editor editor, BooleanSupplier isPlaying, Executor background) {
        this.screen = screen;
        this.editor = editor;
        this.isPlaying = isPlaying;
        this.background = background;
        screen.cover(this::paint);
        screen.addListener(SWT.MouseDown, this::take);
        screen.addListener(SWT.MouseMove, this::move);
        screen.addListener(SWT.MouseUp, this::let);
        screen.addListener(SWT.Dispose, _ -> close());
        screen.getDisplay().addFilter(SWT.KeyDown, escape);
        editor.addListener(this);
        find();
    }

    private void close() {
        screen.getDisplay().removeFilter(SWT.KeyDown, escape);
        editor.removeListener(this);
    }

    /** The one clip with a picture that is selected and lies under the playhead. */
    private Optional<ClipPlace> selected() {
        return editor.project().map(OpenProject::sequence).flatMap(this::selected);
    }

    private Optional<ClipPlace> selected(Sequence sequence) {
        long frame = editor.playheadFrame();
        List<ClipPlace> clips = editor.selection().stream().map(sequence::findClip).flatMap(Optional::stream)
                .filter(place -> place.track().kind() == TrackKind.VIDEO && !place.track().locked()
                        && sequence.isPresented(place.track()) && frame >= place.startFrame()
                        && frame < place.startFrame() + place.clip().durationFrames())
                .toList();
        return clips.size() == 1 ? Optional.of(clips.getFirst()) : Optional.empty();
    }

    private void find() {
        ClipPlace place = selected().orElse(null);
        OpenProject project = editor.project().orElse(null);
        Target before = target;
        target = null;
        if (place != null && project != null) {
            HandleBox box = fitted;
            if (box != null && place.clip().content().equals(fittedOf)) {
                PlacementEdit edit = new PlacementEdit(place.clip(), editor.playheadFrame() - place.startFrame());
                target = new Target(edit, box.with(edit.now()));
            } else {
                look(place, project);
            }
        }
        if (before != null || target != null) {
            screen.redraw();
        }
    }

    private void look(ClipPlace place, OpenProject project) {
        MediaCatalog catalog = project.snapshot();
        Sequence sequence = project.sequence();
        background.execute(() -> {
            UiThread.forbid("looking into media");
            HandleBox box = FittedSizes.of(place.clip(), place.track(), sequence, catalog).orElse(null);
            UiThread.later(() -> found(place.clip().content(), box));
        });
    }

    private void found(Content of, @Nullable HandleBox box) {
        if (box != null && !screen.isDisposed()) {
            fittedOf = of;
            fitted = box;
            if (selected().filter(place -> place.clip().content().equals(of)).isPresent()) {
                find();
            }
        }
    }

    private void paint(GC gc, Rectangle picture) {
        Target there = target;
        if (there != null && !isPlaying.getAsBoolean()) {
            Transform now = shown;
            HandlePainter.paint(gc, now == null ? there.box() : there.box().with(now), picture, screen.getClientArea());
        }
    }

    private Optional<Grab> grabAt(Target there, Event event) {
        Rectangle picture = screen.picture();
        double canvasPx = there.box().canvasWidthPx() / picture.width;
        return there.box().at(HandlePainter.onCanvas(event.x, event.y, there.box(), picture), HandlePainter.NEAR_PX * canvasPx,
                HandlePainter.knobAbove(there.box(), picture, screen.getClientArea()));
    }

    private void take(Event event) {
        Target there = target;
        if (event.button == 1 && there != null && drag == null && !isPlaying.getAsBoolean()) {
            grabAt(there, event).ifPresent(grab -> {
                screen.forceFocus();
                drag = new HandleDrag(there.box(), grab,
                        HandlePainter.onCanvas(event.x, event.y, there.box(), screen.picture()));
            });
        }
    }

    private void move(Event event) {
        Target there = target;
        HandleDrag held = drag;
        if (there == null || held == null) {
            screen.setCursor(there == null || isPlaying.getAsBoolean()
                    ? null
                    : grabAt(there, event).map(grab -> screen.getDisplay().getSystemCursor(cursor(grab))).orElse(null));
            return;
        }
        Transform wanted = held.to(HandlePainter.onCanvas(event.x, event.y, held.box(), screen.picture()),
                (event.stateMask & SWT.SHIFT) != 0);
        if (!wanted.equals(shown)) {
            shown = wanted;
            PlacementEdit edit = there.edit();
            editor.tryOut(revision -> edit.command(wanted, revision));
            screen.redraw();
        }
    }

    private static int cursor(Grab grab) {
        return switch (grab) {
        case BODY -> SWT.CURSOR_SIZEALL;
        case CORNER -> SWT.CURSOR_SIZENWSE;
        case KNOB -> SWT.CURSOR_HAND;
        };
    }

    private void let(Event event) {
        Target there = target;
        Transform wanted = shown;
        boolean wasHeld = event.button == 1 && drag != null;
        drag = null;
        shown = null;
        if (wasHeld && there != null && wanted != null) {
            if (wanted.equals(there.box().transform())) {
                editor.endTrial();
            } else {
                PlacementEdit edit = there.edit();
                target = new Target(edit, there.box().with(wanted));
                editor.executeNext(revision -> edit.command(wanted, revision));
            }
        }
    }

    private void leaveByKey(Event event) {
        if (event.character == SWT.ESC && drag != null) {
            event.doit = false;
            event.type = SWT.None;
            leave();
        }
    }

    private void leave() {
        if (drag != null) {
            drag = null;
            shown = null;
            editor.endTrial();
            screen.redraw();
        }
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        leave();
        fittedOf = null;
        fitted = null;
        find();
    }

    @Override
    public void sequenceOpened(OpenProject project) {
        leave();
        find();
    }

    @Override
    public void sequenceChanged(Sequence before, Sequence after) {
        if (before == after) {
            // A medium may be another one.
            fittedOf = null;
        }
        leave();
        find();
    }

    @Override
    public void playheadMoved(long frame) {
        leave();
        if (!isPlaying.getAsBoolean()) {
            find();
        }
    }

    @Override
    public void selectionChanged(Set<Id> clips) {
        leave();
        find();
    }
}
