package org.reelbench.interchange.internal.json;

import java.util.List;
import java.util.Map;

/**
 * One value of a JSON text with the line it begins in, from one. Immutable. Numbers keep their text, so that what nobody here
 * understands goes back as it came.
 */
public sealed interface Json {

    /** Returns the line the value begins in. */
    int line();

    /** An object; members in the order of the text, no name twice. */
    record ObjectValue(Map<String, Json> members, int line) implements Json {
    }

    /** A list. */
    record ListValue(List<Json> values, int line) implements Json {
    }

    /** A text. */
    record TextValue(String value, int line) implements Json {
    }

    /** A number as written; may be NaN or an infinity, which JSON proper does not know. */
    record NumberValue(String text, int line) implements Json {
    }

    /** True or false. */
    record FlagValue(boolean value, int line) implements Json {
    }

    /** Null. */
    record NullValue(int line) implements Json {
    }

    /** Tells whether the value says nothing: null, or an empty text, list or object. */
    default boolean isEmpty() {
        return switch (this) {
        case ObjectValue object -> object.members().isEmpty();
        case ListValue list -> list.values().isEmpty();
        case TextValue text -> text.value().isEmpty();
        case NullValue _ -> true;
        case NumberValue _,FlagValue _ -> false;
        };
    }

    /** Returns how many objects and lists are inside each other, this one included; zero for plain values. */
    default int depth() {
        return switch (this) {
        case ObjectValue object -> 1 + object.members().values().stream().mapToInt(Json::depth).max().orElse(0);
        case ListValue list -> 1 + list.values().stream().mapToInt(Json::depth).max().orElse(0);
        default -> 0;
        };
    }

    /** Returns how a message names the value: short values as written, large ones by what they are. */
    default String shown() {
        return switch (this) {
        case ObjectValue _ -> "an object";
        case ListValue _ -> "a list";
        default -> {
            String text = JsonText.of(this);
            yield text.length() <= 60 ? text : text.substring(0, 57) + "...";
        }
        };
    }
}
