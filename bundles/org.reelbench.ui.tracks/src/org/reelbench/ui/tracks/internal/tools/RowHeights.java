package org.reelbench.ui.tracks.internal.tools;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;
import org.reelbench.timeline.Id;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.tracks.internal.model.Metrics;

/**
 * How high people made the rows of tracks, of each sequence for itself: the state of the window keeps those of the sequences that were
 * shown last. On the UI thread.
 */
public final class RowHeights {

    /** So many sequences are remembered. */
    private static final int MOST = 40;
    private static final String SEQUENCE = "sequence";
    private static final String PLACE = "place";
    private static final String TRACK = "track";
    private static final String HEIGHT = "heightPx";

    private final Map<String, Map<Id, Integer>> byPlace = new LinkedHashMap<>(MOST, 0.75f, true);
    private String place = "";

    /** Turns to the heights of a sequence; of projects without a file, they are forgotten with the window. */
    public void turnTo(OpenProject project) {
        place = project.session().file().map(file -> file + "#" + project.sequence().id()).orElse("");
    }

    public Map<Id, Integer> heights() {
        Map<Id, Integer> known = byPlace.get(place);
        return known == null ? Map.of() : Collections.unmodifiableMap(known);
    }

    public void set(Id track, int heightPx) {
        byPlace.computeIfAbsent(place, _ -> new HashMap<>()).put(track,
                Math.clamp(heightPx, Metrics.MIN_HEIGHT_PX, Metrics.MAX_HEIGHT_PX));
        if (byPlace.size() > MOST) {
            byPlace.remove(byPlace.keySet().iterator().next());
        }
    }

    /** Puts the heights into the state of the window. */
    public void save(IMemento state) {
        byPlace.forEach((where, heights) -> {
            if (!where.isEmpty()) {
                IMemento sequence = state.createChild(SEQUENCE);
                sequence.putString(PLACE, where);
                heights.forEach((track, heightPx) -> {
                    IMemento child = sequence.createChild(TRACK, track.value());
                    child.putInteger(HEIGHT, heightPx);
                });
            }
        });
    }

    /** Takes the heights from the state of the window, if it has any; what is no height is left out. */
    public void restore(@Nullable IMemento state) {
        if (state == null) {
            return;
        }
        for (IMemento sequence : state.getChildren(SEQUENCE)) {
            String where = sequence.getString(PLACE);
            for (IMemento track : sequence.getChildren(TRACK)) {
                Integer heightPx = track.getInteger(HEIGHT);
                String id = track.getID();
                if (where != null && id != null && !id.isBlank() && heightPx != null) {
                    place = where;
                    set(new Id(id), heightPx);
                }
            }
        }
        place = "";
    }
}
