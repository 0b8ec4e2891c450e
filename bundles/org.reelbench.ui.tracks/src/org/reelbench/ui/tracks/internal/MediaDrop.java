package org.reelbench.ui.tracks.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.reelbench.timeline.Id;
import org.reelbench.ui.Editor;
import org.reelbench.ui.Landing;
import org.reelbench.ui.MediaTransfer;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Puts media that are dragged onto the tracks where they are dropped. On the UI thread. */
final class MediaDrop extends DropTargetAdapter {

    /** So near is meant. */
    private static final int SNAP_PX = 6;

    private final TrackCanvas canvas;
    private final Editor editor;

    private MediaDrop(TrackCanvas canvas, Editor editor) {
        this.canvas = canvas;
        this.editor = editor;
    }

    static void accept(TrackCanvas canvas, Editor editor) {
        DropTarget target = new DropTarget(canvas, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] { MediaTransfer.INSTANCE });
        target.addDropListener(new MediaDrop(canvas, editor));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        event.detail = place(canvas, event).isPresent() ? DND.DROP_COPY : DND.DROP_NONE;
        event.feedback = DND.FEEDBACK_NONE;
    }

    @Override
    public void drop(DropTargetEvent event) {
        List<Id> media = MediaTransfer.media(event.data);
        place(canvas, event).filter(_ -> !media.isEmpty())
                .ifPresent(place -> editor.put(media, Optional.of(place.track()), place.frame(), Landing.FREE));
    }

    private static Optional<Hit.Lane> place(TrackCanvas canvas, DropTargetEvent event) {
        Point point = canvas.toControl(event.x, event.y);
        return canvas.isOpen() ? place(canvas.frame(), point.x, point.y) : Optional.empty();
    }

    /** Where media that are dropped on a point go: what is dropped near the playhead begins there. */
    static Optional<Hit.Lane> place(TrackFrame frame, int x, int y) {
        return Hit.laneAt(frame, x, y).map(lane -> Math.abs(frame.playheadXPx() - x) <= SNAP_PX
                ? new Hit.Lane(lane.track(), frame.playheadFrame())
                : lane);
    }
}
