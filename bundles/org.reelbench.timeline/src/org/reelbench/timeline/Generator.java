package org.reelbench.timeline;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something computed as the content of a clip: kind {@code color} with the parameter {@code color} ({@code #rrggbb}) fills the
 * canvas.
 * <p>
 * Immutable, safe for every thread. Which kinds and parameters exist is the renderer's to say; unknown ones are kept.
 *
 * @param kind what is computed, not blank
 * @param parameters its parameters by name
 */
public record Generator(String kind, SortedMap<String, String> parameters) implements Content {

    /**
     * Creates the content from a copy of the parameters.
     *
     * @throws IllegalArgumentException if the kind is blank
     */
    public Generator {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("the kind of a generator is not blank");
        }
        TreeMap<String, String> copy = new TreeMap<>();
        copy.putAll(parameters);
        parameters = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Returns the generator of an even colour.
     *
     * @param color the colour as {@code #rrggbb}
     * @return the content
     * @throws IllegalArgumentException if the text is no such colour
     */
    public static Generator color(String color) {
        if (!color.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("'" + color + "' is not a colour such as #ff8000");
        }
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("color", color);
        return new Generator("color", parameters);
    }
}
