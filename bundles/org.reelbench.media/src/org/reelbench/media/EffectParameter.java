package org.reelbench.media;

import java.util.List;

/**
 * One parameter of an effect: its name, kind, default and limits, enough to check a value and to build a control for it.
 *
 * @param name the name in project files and commands
 * @param label the name people see
 * @param kind what values are
 * @param defaultValue the value where none is given: a {@link Double}, {@link Boolean} or {@link String} after the kind
 * @param minimum the least number allowed, for {@link Kind#NUMBER}
 * @param maximum the greatest number allowed, for {@link Kind#NUMBER}
 * @param choices the texts allowed, for {@link Kind#CHOICE}
 */
public record EffectParameter(String name, String label, Kind kind, Object defaultValue, double minimum, double maximum,
        List<String> choices) {

    /** What the values of a parameter are. */
    public enum Kind {
        /** A {@link Double} within limits. */
        NUMBER,
        /** A {@link Boolean}. */
        FLAG,
        /** One of some texts. */
        CHOICE
    }

    /** Creates the parameter with a list of its own. */
    public EffectParameter {
        choices = List.copyOf(choices);
    }

    /**
     * Returns a parameter that is a number.
     *
     * @param name the name in project files
     * @param label the name people see
     * @param defaultValue the value where none is given
     * @param minimum the least value allowed
     * @param maximum the greatest value allowed
     * @return the parameter
     */
    public static EffectParameter number(String name, String label, double defaultValue, double minimum, double maximum) {
        return new EffectParameter(name, label, Kind.NUMBER, defaultValue, minimum, maximum, List.of());
    }

    /**
     * Returns a parameter that is on or off.
     *
     * @param name the name in project files
     * @param label the name people see
     * @param defaultValue the value where none is given
     * @return the parameter
     */
    public static EffectParameter flag(String name, String label, boolean defaultValue) {
        return new EffectParameter(name, label, Kind.FLAG, defaultValue, 0, 0, List.of());
    }

    /**
     * Returns a parameter that is one of some texts.
     *
     * @param name the name in project files
     * @param label the name people see
     * @param choices the texts allowed, the default first
     * @return the parameter
     */
    public static EffectParameter choice(String name, String label, List<String> choices) {
        return new EffectParameter(name, label, Kind.CHOICE, choices.getFirst(), 0, 0, choices);
    }

    /**
     * Checks a value and brings it to the parameter's type: whole numbers become doubles.
     *
     * @param value the value, or null for the default
     * @return the checked value
     * @throws IllegalArgumentException with a message for people if the value is of another kind or outside the limits
     */
    public Object check(Object value) {
        if (value == null) {
            return defaultValue;
        }
        switch (kind) {
        case NUMBER :
            if (value instanceof Number number) {
                double given = number.doubleValue();
                if (given >= minimum && given <= maximum) {
                    return given;
                }
            }
            throw new IllegalArgumentException(
                    "'" + name + "' must be a number from " + minimum + " to " + maximum + ", not " + value);
        case FLAG :
            if (value instanceof Boolean) {
                return value;
            }
            throw new IllegalArgumentException("'" + name + "' must be true or false, not " + value);
        case CHOICE :
            if (value instanceof String text && choices.contains(text)) {
                return value;
            }
            throw new IllegalArgumentException("'" + name + "' must be one of " + choices + ", not " + value);
        default :
            throw new IllegalStateException("unknown kind " + kind);
        }
    }
}
