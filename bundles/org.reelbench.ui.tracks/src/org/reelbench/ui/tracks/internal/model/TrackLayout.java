package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * Where the rows lie: pictures as they cover each other, the topmost first, and sounds below. Hidden tracks shrink to their
 * header.
 *
 * @param rows the rows from top to bottom
 * @param heightPx the lower border of the last
 */
public record TrackLayout(List<Row> rows, int heightPx) {

    /** Creates the layout with a list of its own. */
    public TrackLayout {
        rows = List.copyOf(rows);
    }

    /**
     * Lays out the tracks of a sequence.
     *
     * @param sequence the sequence
     * @param topPx where the first row begins
     * @return the rows
     */
    public static TrackLayout of(Sequence sequence, int topPx) {
        return of(sequence, topPx, Map.of());
    }

    /**
     * Lays out the tracks of a sequence, some of them as high as people made them.
     *
     * @param sequence the sequence
     * @param topPx where the first row begins
     * @param heightsPx the heights of tracks that are not as high as usual
     * @return the rows
     */
    public static TrackLayout of(Sequence sequence, int topPx, Map<Id, Integer> heightsPx) {
        List<Row> rows = new ArrayList<>();
        int y = topPx;
        for (Track track : sequence.tracks().reversed()) {
            if (track.kind() == TrackKind.VIDEO) {
                y = add(rows, track, y, heightsPx);
            }
        }
        y += rows.isEmpty() ? 0 : Metrics.KIND_GAP_PX;
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.AUDIO) {
                y = add(rows, track, y, heightsPx);
            }
        }
        return new TrackLayout(rows, y);
    }

    private static int add(List<Row> rows, Track track, int y, Map<Id, Integer> heightsPx) {
        int height = track.hidden()
                ? Metrics.HIDDEN_HEIGHT_PX
                : heightsPx.getOrDefault(track.id(),
                        track.kind() == TrackKind.VIDEO ? Metrics.VIDEO_HEIGHT_PX : Metrics.AUDIO_HEIGHT_PX);
        rows.add(new Row(track, y, height));
        return y + height + Metrics.ROW_GAP_PX;
    }

    /**
     * Finds the row at a pixel row.
     *
     * @param y the pixel row
     * @return the row, or empty between and below them
     */
    public Optional<Row> rowAt(int y) {
        return rows.stream().filter(row -> row.contains(y)).findFirst();
    }
}
