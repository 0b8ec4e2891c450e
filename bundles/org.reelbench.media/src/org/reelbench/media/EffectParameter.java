package org.reelbench.media;

import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One parameter of an effect: its name, kind, default and limits, enough to check a value and to build a control for it.
 *
 * @param name the name in project files and commands
 * @param label the name people see
 * @param kind what values are
 * @param defaultValue the value where none is given: a {@link Double}, {@link Boolean} or {@link String} after the kind
 * @param minimum the least number allowed, where values are numbers
 * @param maximum the greatest number allowed, likewise; the greatest length of a {@link Kind#TEXT} in characters
 * @param choices the texts allowed, for {@link Kind#CHOICE}
 */
public record EffectParameter(String name, String label, Kind kind, Object defaultValue, double minimum, double maximum,
        List<String> choices) {

    /** What the values of a parameter are. */
    public enum Kind {
        /** A {@link Double} within limits. */
        NUMBER,
        /** A {@link Double} within limits without a fraction; the values of a curve are rounded. */
        WHOLE_NUMBER,
        /** A {@link Boolean}. */
        FLAG,
        /** One of some texts. */
        CHOICE,
        /** A colour, as {@code #rrggbb}. */
        COLOR,
        /** Any text, which may have lines. */
        TEXT,
        /** The path of a file; empty for none. Recipes hold the hash of its bytes, so that a changed file is seen. */
        FILE,
        /**
         * A {@link Double}: how far from the left a point of the picture lies, as part of its width. The next parameter is the
         * {@link #POINT_Y} of the same point.
         */
        POINT_X,
        /** A {@link Double}: how far from the top the point lies, as part of the picture's height. */
        POINT_Y;

        /**
         * Tells whether values are numbers, which curves can animate.
         *
         * @return true for numbers and the parts of points
         */
        public boolean isNumber() {
            return this == NUMBER || this == WHOLE_NUMBER || this == POINT_X || this == POINT_Y;
        }
    }

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Points may lie beside the picture, as far as the picture is wide or high. */
    private static final double BESIDE = 1;

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
     * Returns a parameter that is a number without a fraction.
     *
     * @param name the name in project files
     * @param label the name people see
     * @param defaultValue the value where none is given
     * @param minimum the least value allowed
     * @param maximum the greatest value allowed
     * @return the parameter
     */
    public static EffectParameter wholeNumber(String name, String label, int defaultValue, int minimum, int maximum) {
        return new EffectParameter(name, label, Kind.WHOLE_NUMBER, (double) defaultValue, minimum, maximum, List.of());
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
     * Returns a parameter that is a colour.
     *
     * @param name the name in project files
     * @param label the name people see
     * @param defaultValue the colour where none is given, as {@code #rrggbb}
     * @return the parameter
     */
    public static EffectParameter color(String name, String label, String defaultValue) {
        return new EffectParameter(name, label, Kind.COLOR, defaultValue, 0, 0, List.of());
    }

    /**
     * Returns a parameter that is a text.
     *
     * @param name the name in project files
     * @param label the name people see
     * @param defaultValue the text where none is given
     * @param maximumLength how many characters it may have
     * @return the parameter
     */
    public static EffectParameter text(String name, String label, String defaultValue, int maximumLength) {
        return new EffectParameter(name, label, Kind.TEXT, defaultValue, 0, maximumLength, List.of());
    }

    /**
     * Returns a parameter that is the path of a file.
     *
     * @param name the name in project files
     * @param label the name people see
     * @return the parameter; where none is given the path is empty
     */
    public static EffectParameter file(String name, String label) {
        return new EffectParameter(name, label, Kind.FILE, "", 0, 0, List.of());
    }

    /**
     * Returns the two parameters that are a point of the picture: {@code nameX} and {@code nameY}.
     *
     * @param name how the two names begin in project files
     * @param label the name people see
     * @param defaultX how far from the left where none is given, as part of the width
     * @param defaultY how far from the top where none is given, as part of the height
     * @return the two, the horizontal one first
     */
    public static List<EffectParameter> point(String name, String label, double defaultX, double defaultY) {
        return List.of(
                new EffectParameter(name + "X", label + ", from left", Kind.POINT_X, defaultX, -BESIDE, 1 + BESIDE, List.of()),
                new EffectParameter(name + "Y", label + ", from top", Kind.POINT_Y, defaultY, -BESIDE, 1 + BESIDE, List.of()));
    }

    /**
     * Tells whether a curve can animate the parameter.
     *
     * @return true if its values are numbers
     */
    public boolean isAnimatable() {
        return kind.isNumber();
    }

    /**
     * Brings the value of a curve, which may overshoot between its keyframes, to one the parameter takes.
     *
     * @param value the value of the curve at a frame
     * @return the nearest value within the limits, whole where the kind is
     */
    public double nearest(double value) {
        return Math.clamp(kind == Kind.WHOLE_NUMBER ? Math.rint(value) : value, minimum, maximum);
    }

    /**
     * Checks a value and brings it to the parameter's type: whole numbers become doubles.
     *
     * @param value the value, or null for the default
     * @return the checked value
     * @throws IllegalArgumentException with a message for people if the value is of another kind or outside the limits
     */
    public Object check(@Nullable Object value) {
        return switch (value) {
        case null -> defaultValue;
        case Number number when kind.isNumber() -> checkNumber(number.doubleValue());
        case Boolean flag when kind == Kind.FLAG -> flag;
        case String text when isAllowed(text) -> text;
        default -> throw new IllegalArgumentException("'" + name + "' must be " + allowed() + ", not " + value);
        };
    }

    private Object checkNumber(double value) {
        // Comparing like this also refuses what is no number at all.
        boolean within = value >= minimum && value <= maximum;
        if (!within || kind == Kind.WHOLE_NUMBER && value != Math.rint(value)) {
            throw new IllegalArgumentException("'" + name + "' must be " + allowed() + ", not " + value);
        }
        return value;
    }

    private boolean isAllowed(String text) {
        return switch (kind) {
        case CHOICE -> choices.contains(text);
        case COLOR -> COLOR.matcher(text).matches();
        case TEXT -> text.length() <= maximum && text.indexOf('\0') < 0;
        case FILE -> text.indexOf('\0') < 0;
        case NUMBER, WHOLE_NUMBER, POINT_X, POINT_Y, FLAG -> false;
        };
    }

    private String allowed() {
        return switch (kind) {
        case NUMBER, POINT_X, POINT_Y -> "a number from " + minimum + " to " + maximum;
        case WHOLE_NUMBER -> "a whole number from " + (long) minimum + " to " + (long) maximum;
        case FLAG -> "true or false";
        case CHOICE -> "one of " + choices;
        case COLOR -> "a colour such as #20a0ff";
        case TEXT -> "a text of at most " + (long) maximum + " characters";
        case FILE -> "the path of a file";
        };
    }
}
