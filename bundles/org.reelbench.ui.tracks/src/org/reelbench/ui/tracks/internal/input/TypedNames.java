package org.reelbench.ui.tracks.internal.input;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.reelbench.timeline.Marker;
import org.reelbench.ui.tracks.internal.canvas.TrackCanvas;
import org.reelbench.ui.tracks.internal.gesture.Tool;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** Names of tracks and markers that are typed where they stand, and what else a double click does. On the UI thread. */
final class TypedNames {

    private static final int NAME_HEIGHT_PX = 28;

    private final TrackCanvas canvas;

    TypedNames(TrackCanvas canvas) {
        this.canvas = canvas;
    }

    /** Lets another name of a track be typed into its header. */
    void rename(Row row) {
        NameField.open(canvas, canvas.tools(),
                new Rectangle(8, row.yPx() - canvas.frame().scrollYPx() + (row.heightPx() - NAME_HEIGHT_PX) / 2,
                        Metrics.HEADER_WIDTH_PX - 16, NAME_HEIGHT_PX),
                row.track().name(),
                name -> canvas.edits().renameTrack(row.track().id(), name));
    }

    /** Lets another name of a marker be typed in the ruler. */
    void rename(Marker marker) {
        int x = Metrics.HEADER_WIDTH_PX + Math.max(0, canvas.frame().scale().xOf(marker.frame()));
        NameField.open(canvas, canvas.tools(), new Rectangle(x, 0, Metrics.HEADER_WIDTH_PX, NAME_HEIGHT_PX), marker.name(),
                name -> canvas.edits().renameMarker(marker.id(), name));
    }

    void doubleClicked(Event event) {
        if (event.button == 1 && canvas.isOpen()) {
            TrackFrame frame = canvas.frame();
            switch (Hit.at(frame, event.x, event.y)) {
            case Hit.Header _ -> frame.layout().rowAt(event.y + canvas.frame().scrollYPx()).ifPresent(this::rename);
            case Hit.Flag flag -> rename(flag.marker());
            case Hit.OnClip on when canvas.tools().tool() != Tool.RAZOR -> canvas.nested().open(on.clip().id(), on.frame());
            default -> {
                // the second click of a double click has done what a click does
            }
            }
        }
    }
}
