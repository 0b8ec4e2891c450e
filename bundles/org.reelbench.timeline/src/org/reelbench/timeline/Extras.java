package org.reelbench.timeline;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Members of a project file that this version does not know, kept so that saving loses nothing a newer version wrote.
 * <p>
 * Immutable, safe for every thread. The texts are not checked here: whoever reads the file vouches that they are JSON.
 *
 * @param jsonByName the JSON text of each unknown member by its name; empty if there is none
 */
public record Extras(SortedMap<String, String> jsonByName) {

    /** No unknown members. */
    public static final Extras NONE = new Extras(Collections.emptySortedMap());

    /**
     * Creates the extras from a copy of the map.
     */
    public Extras {
        TreeMap<String, String> copy = new TreeMap<>();
        copy.putAll(jsonByName);
        jsonByName = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Tells whether there are none.
     *
     * @return true if no member is kept
     */
    public boolean isEmpty() {
        return jsonByName.isEmpty();
    }
}
