package org.reelbench.ui.tracks.internal.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.reelbench.timeline.Id;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Landing;
import org.reelbench.ui.MediaTransfer;
import org.reelbench.ui.tracks.internal.canvas.TrackCanvas;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Overlay;
import org.reelbench.ui.tracks.internal.model.Snapping;

/**
 * Puts media and files that are dragged onto the tracks where they are dropped: over what lies there, or with Ctrl, so that it moves
 * away. On the UI thread.
 */
final class MediaDrop extends DropTargetAdapter {

    private final TrackCanvas canvas;
    private final Editor editor;
    private Landing landing = Landing.OVERWRITE;

    private MediaDrop(TrackCanvas canvas, Editor editor) {
        this.canvas = canvas;
        this.editor = editor;
    }

    static void accept(TrackCanvas canvas, Editor editor) {
        DropTarget target = new DropTarget(canvas, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] { MediaTransfer.INSTANCE, FileTransfer.getInstance() });
        target.addDropListener(new MediaDrop(canvas, editor));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        dragOperationChanged(event);
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        // Without a key the usual is asked for, with Ctrl a copy.
        landing = event.detail == DND.DROP_COPY ? Landing.INSERT : Landing.OVERWRITE;
        if (event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        Optional<Hit.Lane> place = place(canvas, event);
        event.detail = place.isPresent() ? DND.DROP_COPY : DND.DROP_NONE;
        event.feedback = DND.FEEDBACK_NONE;
        canvas.preview(Optional.empty(), new Overlay(place.map(Hit.Lane::frame).stream().toList(), Optional.empty(),
                Optional.empty(), Optional.empty()));
    }

    @Override
    public void dragLeave(DropTargetEvent event) {
        canvas.preview(Optional.empty(), Overlay.NONE);
    }

    @Override
    public void drop(DropTargetEvent event) {
        canvas.preview(Optional.empty(), Overlay.NONE);
        place(canvas, event).ifPresent(place -> {
            if (FileTransfer.getInstance().isSupportedType(event.currentDataType) && event.data instanceof String[] files) {
                editor.add(Stream.of(files).map(Path::of).toList(), Optional.of(place.track()), place.frame(), landing);
            } else {
                List<Id> media = MediaTransfer.media(event.data);
                if (!media.isEmpty()) {
                    editor.put(media, Optional.of(place.track()), place.frame(), landing);
                }
            }
        });
    }

    private static Optional<Hit.Lane> place(TrackCanvas canvas, DropTargetEvent event) {
        Point point = canvas.toControl(event.x, event.y);
        return canvas.isOpen() ? Snapping.laneAt(canvas.frame(), point.x, point.y) : Optional.empty();
    }
}
