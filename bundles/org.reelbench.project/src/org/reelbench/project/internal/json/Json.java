package org.reelbench.project.internal.json;

import java.util.List;
import java.util.Map;

/**
 * One value of a JSON text with the place it was read from, both counted from one.
 * <p>
 * Immutable, safe for every thread. Numbers keep their text, so that what this version does not understand goes back as it came.
 */
public sealed interface Json {

    /** Returns the line the value begins in. */
    int line();

    /** Returns the character of the line the value begins at. */
    int column();

    /** An object; members in the order of the text, no name twice. */
    record ObjectValue(Map<String, Json> members, int line, int column) implements Json {
    }

    /** A list. */
    record ListValue(List<Json> values, int line, int column) implements Json {
    }

    /** A text. */
    record TextValue(String value, int line, int column) implements Json {
    }

    /** A number as written. */
    record NumberValue(String text, int line, int column) implements Json {

        /** Tells whether the number is written without fraction and exponent. */
        public boolean isWhole() {
            return text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        }
    }

    /** True or false. */
    record FlagValue(boolean value, int line, int column) implements Json {
    }

    /** Null. */
    record NullValue(int line, int column) implements Json {
    }

    /** Returns the value on one line in the one spelling this bundle writes. */
    default String toText() {
        StringBuilder text = new StringBuilder();
        JsonPrinter.appendCompact(text, this);
        return text.toString();
    }

    /** Returns how a message names the value: short values as written, large ones by what they are. */
    default String shown() {
        return switch (this) {
        case ObjectValue _ -> "an object";
        case ListValue _ -> "a list";
        default -> {
            String text = toText();
            yield text.length() <= 60 ? text : text.substring(0, 57) + "...";
        }
        };
    }
}
