package org.reelbench.ui.tracks.internal.input;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.ui.PreviewStretch;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/** What is said of the thing under the mouse. */
final class TrackTips {

    /** A mark of a frame is three points wide at least. */
    private static final int REACH_PX = 2;

    private TrackTips() {
    }

    /** Says why a track cannot be loaded, how far the preview is, what a marker notes, and what decorators say. */
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
        default -> {
            String preview = preview(frame, previews, x, y);
            yield preview == null ? decoration(frame, x, y) : preview;
        }
        };
    }

    /** What decorators say of the place, each after the other. */
    private static @Nullable String decoration(TrackFrame frame, int x, int y) {
        Row row = frame.layout().rowAt(y + frame.scrollYPx()).orElse(null);
        int lanesX = x - Metrics.HEADER_WIDTH_PX;
        if (row == null || lanesX < 0 || row.track().hidden()) {
            return null;
        }
        long from = frame.scale().frameAt(lanesX - REACH_PX);
        long to = frame.scale().frameAt(lanesX + REACH_PX) + 1;
        List<String> said = new ArrayList<>();
        for (DecoratedTrack each : frame.decorations().getOrDefault(row.track().id(), List.of())) {
            DecoratedTrack.Mark mark = each.at(row.track().items(), from, to);
            if (mark != null) {
                Decoration decoration = mark.decoration();
                String words = decoration.note().isEmpty() ? decoration.label() : decoration.note();
                said.add(words.isEmpty() ? each.name() : each.name() + ": " + words);
            }
        }
        return said.isEmpty() ? null : String.join("\n", said);
    }

    private static @Nullable String preview(TrackFrame frame, List<PreviewStretch> previews, int x, int y) {
        return Hit.previewsAt(frame, x, y).flatMap(place -> previews.stream()
                .filter(stretch -> place.frame() >= stretch.startFrame() && place.frame() < stretch.endFrame()).findFirst())
                .map(stretch -> "Preview: " + stretch.state().words()
                        + (stretch.detail().isEmpty() ? "" : ": " + stretch.detail()))
                .orElse(null);
    }
}
