package org.reelbench.ui.tracks.internal.drag;

import org.reelbench.timeline.Id;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.tools.RowHeights;

/** Drags the lower edge of a row. */
final class RowDrag implements Drag {

    private final TrackGestures.View view;
    private final RowHeights heights;
    private final Id track;
    private final int heightPx;
    private final int pressedY;

    RowDrag(TrackGestures.View view, Row row, Pointer pressed) {
        this.view = view;
        heights = view.tools().heights();
        track = row.track().id();
        heightPx = row.heightPx();
        pressedY = pressed.y();
    }

    @Override
    public void move(Pointer at) {
        heights.set(track, heightPx + at.y() - pressedY);
        view.scrollRows(0);
    }

    @Override
    public void end(Pointer at) {
        // it has its height already
    }

    @Override
    public void cancel() {
        heights.set(track, heightPx);
        view.scrollRows(0);
    }
}
