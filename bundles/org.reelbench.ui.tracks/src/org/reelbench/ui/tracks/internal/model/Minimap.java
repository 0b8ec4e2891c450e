package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/**
 * The whole sequence in a few pixels: where on each track something lies. Costs at most two look-ups a pixel and track that has
 * changed, however many clips there are, and of many tracks it shows a part.
 *
 * @param lanes the tracks, the highest first
 * @param framesPerPx how many frames one pixel stands for
 * @param visitedItems how many items were looked at to make it
 */
public record Minimap(List<Lane> lanes, double framesPerPx, int visitedItems) {

    /** There is no more room for tracks. */
    public static final int MOST_LANES = 11;

    /**
     * One track.
     *
     * @param kind its kind
     * @param isOff whether it is hidden or muted
     * @param items what lies on it
     * @param stretches where: the first pixel and the one after the last, by turns
     */
    public record Lane(TrackKind kind, boolean isOff, TrackItems items, List<Integer> stretches) {

        /** Creates it with a list of its own. */
        public Lane {
            stretches = List.copyOf(stretches);
        }
    }

    /** Creates it with a list of its own. */
    public Minimap {
        lanes = List.copyOf(lanes);
    }

    /**
     * Makes the map of a sequence.
     *
     * @param rows its rows, in the order in which they are shown
     * @param framesPerPx how many frames one pixel stands for, above 0
     * @param before the map painted before, of which tracks that have not changed are taken over, or null
     * @return the map
     */
    public static Minimap of(List<Row> rows, double framesPerPx, @Nullable Minimap before) {
        // By identity: to compare tracks would look at all that is on them.
        Map<TrackItems, List<Integer>> known = new IdentityHashMap<>();
        if (before != null && before.framesPerPx == framesPerPx) {
            before.lanes.forEach(lane -> known.put(lane.items, lane.stretches));
        }
        List<Lane> lanes = new ArrayList<>();
        int visited = 0;
        int shown = Math.min(MOST_LANES, rows.size());
        for (int i = 0; i < shown; i++) {
            Track track = rows.get(i * rows.size() / shown).track();
            List<Integer> stretches = known.get(track.items());
            if (stretches == null) {
                stretches = new ArrayList<>();
                visited += stretches(track.items(), framesPerPx, stretches);
            }
            lanes.add(new Lane(track.kind(), track.hidden() || track.muted(), track.items(), stretches));
        }
        return new Minimap(lanes, framesPerPx, visited);
    }

    /** From pixel to pixel: what begins in one that is taken already is not looked at. */
    private static int stretches(TrackItems items, double framesPerPx, List<Integer> stretches) {
        int visited = 0;
        Optional<Located> found = items.locate(0);
        while (found.isPresent()) {
            Located item = found.get();
            visited++;
            int from = (int) (item.startFrame() / framesPerPx);
            int to = Math.max(from + 1, (int) Math.ceil(item.endFrame() / framesPerPx));
            long next = item.endFrame();
            if (item.item() instanceof Clip) {
                int last = stretches.size() - 1;
                if (last > 0 && stretches.get(last) >= from) {
                    stretches.set(last, Math.max(stretches.get(last), to));
                } else {
                    stretches.add(from);
                    stretches.add(to);
                }
                next = Math.max(next, (long) Math.ceil(to * framesPerPx));
            } else {
                next = Math.max(next, (long) Math.ceil((from + 1) * framesPerPx));
            }
            found = items.locate(next);
        }
        return visited;
    }
}
