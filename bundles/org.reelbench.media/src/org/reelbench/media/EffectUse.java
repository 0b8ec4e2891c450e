package org.reelbench.media;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An effect on a layer, with the values of its parameters.
 *
 * @param effect the effect's id
 * @param parameters the values by name: {@link Double}, {@link Long}, {@link Boolean} or {@link String}; what is missing takes
 *            the effect's default
 */
public record EffectUse(String effect, SortedMap<String, Object> parameters) {

    /** Creates the use with a map of its own. */
    public EffectUse {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
