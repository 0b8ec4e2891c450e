package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        return of(sequence, topPx, heightsPx, Set.of());
    }

    /**
     * Lays out the tracks of a sequence, with the keyframes of some clips below them.
     *
     * @param sequence the sequence
     * @param topPx where the first row begins
     * @param heightsPx the heights of tracks that are not as high as usual
     * @param opened the clips whose keyframes are shown; those that the sequence does not hold are left out
     * @return the rows
     */
    public static TrackLayout of(Sequence sequence, int topPx, Map<Id, Integer> heightsPx, Set<Id> opened) {
        Map<Id, List<ClipLanes>> lanes = new HashMap<>();
        opened.forEach(id -> sequence.findClip(id).filter(place -> !place.track().hidden()).ifPresent(place -> lanes
                .computeIfAbsent(place.track().id(), _ -> new ArrayList<>()).add(ClipLanes.of(sequence, place))));
        List<Row> rows = new ArrayList<>();
        int y = topPx;
        for (Track track : sequence.tracks().reversed()) {
            if (track.kind() == TrackKind.VIDEO) {
                y = add(rows, track, y, heightsPx, lanes);
            }
        }
        y += rows.isEmpty() ? 0 : Metrics.KIND_GAP_PX;
        for (Track track : sequence.tracks()) {
            if (track.kind() == TrackKind.AUDIO) {
                y = add(rows, track, y, heightsPx, lanes);
            }
        }
        return new TrackLayout(rows, y);
    }

    private static int add(List<Row> rows, Track track, int y, Map<Id, Integer> heightsPx, Map<Id, List<ClipLanes>> lanes) {
        int height = track.hidden()
                ? Metrics.HIDDEN_HEIGHT_PX
                : heightsPx.getOrDefault(track.id(),
                        track.kind() == TrackKind.VIDEO ? Metrics.VIDEO_HEIGHT_PX : Metrics.AUDIO_HEIGHT_PX);
        Row row = new Row(track, y, height, lanes.getOrDefault(track.id(), List.of()));
        rows.add(row);
        return row.bottomPx() + Metrics.ROW_GAP_PX;
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
