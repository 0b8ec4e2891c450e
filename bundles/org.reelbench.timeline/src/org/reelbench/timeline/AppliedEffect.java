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
 * @param version the version of the effect that it was made with, for messages and for providers that changed their mind; empty
 *        if unknown
 * @param parameters its values by name, each a {@link Double} (finite), {@link Long}, {@link Boolean} or {@link String}
 * @param curves the animated ones of its parameters by name; a curve stands in for the parameter's value, which must not be a
 *        text, true or false
 * @param enabled whether it is applied; one that is not is as good as none
 */
public record AppliedEffect(String effect, String version, SortedMap<String, Object> parameters,
        SortedMap<String, Curve> curves, boolean enabled) {

    /**
     * Creates the effect from a copy of the parameters and curves.
     *
     * @throws IllegalArgumentException if the effect is blank or a value is of none of the four types or not finite, or a
     *         parameter that is no number has a curve
     */
    public AppliedEffect {
        if (effect.isBlank()) {
            throw new IllegalArgumentException("the id of an effect is not blank");
        }
        TreeMap<String, Object> copy = new TreeMap<>();
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            copy.put(parameter.getKey(), checked(effect, parameter.getKey(), parameter.getValue()));
        }
        for (String animated : curves.keySet()) {
            if (copy.get(animated) instanceof Boolean || copy.get(animated) instanceof String) {
                throw new IllegalArgumentException("parameter " + animated + " of effect " + effect
                        + " is no number and cannot be animated");
            }
        }
        parameters = Collections.unmodifiableSortedMap(copy);
        TreeMap<String, Curve> copyOfCurves = new TreeMap<>();
        copyOfCurves.putAll(curves);
        curves = Collections.unmodifiableSortedMap(copyOfCurves);
    }

    /**
     * Creates an effect of unknown version that is applied, without curves.
     *
     * @param effect the id of the effect, not blank
     * @param parameters its values by name
     * @throws IllegalArgumentException if the effect is blank or a value is of none of the four types or not finite
     */
    public AppliedEffect(String effect, SortedMap<String, Object> parameters) {
        this(effect, "", parameters, Collections.emptySortedMap(), true);
    }

    /**
     * Returns this effect as one that was made with another version of it.
     *
     * @param newVersion the version of the effect, empty if unknown
     * @return the effect
     */
    public AppliedEffect withVersion(String newVersion) {
        return new AppliedEffect(effect, newVersion, parameters, curves, enabled);
    }

    /**
     * Returns this effect with other values.
     *
     * @param newParameters the values by name
     * @return the effect
     * @throws IllegalArgumentException if a value is of none of the four types or not finite, or a parameter that is no number
     *         has a curve
     */
    public AppliedEffect withParameters(SortedMap<String, Object> newParameters) {
        return new AppliedEffect(effect, version, newParameters, curves, enabled);
    }

    /**
     * Returns this effect with other animated parameters.
     *
     * @param newCurves the curves by the names of the parameters
     * @return the effect
     * @throws IllegalArgumentException if a parameter that is no number has a curve
     */
    public AppliedEffect withCurves(SortedMap<String, Curve> newCurves) {
        return new AppliedEffect(effect, version, parameters, newCurves, enabled);
    }

    /**
     * Returns this effect switched on or off.
     *
     * @param newEnabled whether it is applied
     * @return the effect; this one if nothing changes
     */
    public AppliedEffect withEnabled(boolean newEnabled) {
        return newEnabled == enabled ? this : new AppliedEffect(effect, version, parameters, curves, newEnabled);
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
