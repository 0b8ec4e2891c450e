package org.reelbench.ui.tracks.internal.input;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** What is said of the thing under the mouse. */
final class TrackTips {

    private TrackTips() {
    }

    /** Says why a track cannot be loaded while the mouse is over its header, how far the preview under it is, and what a marker notes. */
    static @Nullable String at(TrackFrame frame, TrackLoads loads, List<PreviewStretch> previews, int x, int y) {
        return switch (Hit.at(frame, x, y)) {
        case Hit.Header header -> {
            String failure = loads.failure(header.track());
            yield failure.isEmpty() ? null : failure + "\nClick to try again.";
        }
        case Hit.Flag flag -> {
            String note = flag.marker().note();
            String name = flag.marker().name().isEmpty() ? "Marker" : flag.marker().name();
            yield note.isEmpty() ? name : name + "\n" + note;
        }
        default -> preview(frame, previews, x, y);
        };
    }

    private static @Nullable String preview(TrackFrame frame, List<PreviewStretch> previews, int x, int y) {
        return Hit.previewsAt(frame, x, y).flatMap(place -> previews.stream()
                .filter(stretch -> place.frame() >= stretch.startFrame() && place.frame() < stretch.endFrame()).findFirst())
                .map(stretch -> "Preview: " + stretch.state().words()
                        + (stretch.detail().isEmpty() ? "" : ": " + stretch.detail()))
                .orElse(null);
    }
}
