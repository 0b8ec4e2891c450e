package org.reelbench.ui.tracks.internal;

import java.util.HashMap;
import java.util.Map;

import org.reelbench.timeline.Id;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;

/** How high people made the rows of tracks; kept as long as the project is open. On the UI thread. */
final class RowHeights {

    private final Map<Id, Integer> heights = new HashMap<>();

    Map<Id, Integer> heights() {
        return heights;
    }

    void forget() {
        heights.clear();
    }

    void set(Id track, int heightPx) {
        heights.put(track, Math.clamp(heightPx, Metrics.MIN_HEIGHT_PX, Metrics.MAX_HEIGHT_PX));
    }

    /** Drags the lower edge of a row. */
    Drag drag(TrackGestures.View view, Row row, Pointer pressed) {
        Id track = row.track().id();
        return new Drag() {
            @Override
            public void move(Pointer at) {
                set(track, row.heightPx() + at.y() - pressed.y());
                view.scrollRows(0);
            }

            @Override
            public void end(Pointer at) {
                // it has its height already
            }

            @Override
            public void cancel() {
                set(track, row.heightPx());
                view.scrollRows(0);
            }
        };
    }
}
