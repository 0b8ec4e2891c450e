package org.reelbench.timeline;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An effect on a clip and the values it is set to.
 * <p>
 * Immutable, safe for every thread. Which effects and parameters exist is for the effects' providers to say; an effect nobody
 * provides is kept as it is.
 *
 * @param effect the id of the effect, not blank
 * @param parameters its values by name, each a {@link Double} (finite), {@link Long}, {@link Boolean} or {@link String}
 */
public record AppliedEffect(String effect, SortedMap<String, Object> parameters) {

    /**
     * Creates the effect from a copy of the parameters.
     *
     * @throws IllegalArgumentException if the effect is blank or a value is of none of the four types or not finite
     */
    public AppliedEffect {
        if (effect.isBlank()) {
            throw new IllegalArgumentException("the id of an effect is not blank");
        }
        TreeMap<String, Object> copy = new TreeMap<>();
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            copy.put(parameter.getKey(), checked(effect, parameter.getKey(), parameter.getValue()));
        }
        parameters = Collections.unmodifiableSortedMap(copy);
    }

    private static Object checked(String effect, String name, Object value) {
        return switch (value) {
        // Adding zero turns -0.0 into 0.0, which equality would otherwise tell apart.
        case Double number when Double.isFinite(number) -> number + 0.0;
        case Long number -> number;
        case Boolean choice -> choice;
        case String text -> text;
        default -> throw new IllegalArgumentException("parameter " + name + " of effect " + effect
                + " is a finite number, a whole number, true, false or a text, not " + value);
        };
    }
}
