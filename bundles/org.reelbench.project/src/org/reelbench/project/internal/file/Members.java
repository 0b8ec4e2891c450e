package org.reelbench.project.internal.file;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.timeline.Id;

/**
 * Writes the members of an object that are left out where they say nothing.
 */
final class Members {

    private final JsonPrinter out;

    Members(JsonPrinter out) {
        this.out = out;
    }

    void optional(String name, @Nullable Id value) throws IOException {
        if (value != null) {
            out.name(name).text(value.value());
        }
    }

    void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.name(name).text(value);
        }
    }

    void optional(String name, boolean value) throws IOException {
        if (value) {
            out.name(name).flag(true);
        }
    }

    void optional(String name, double value, double byDefault) throws IOException {
        if (value != byDefault) {
            out.name(name).number(value);
        }
    }

    void optional(String name, Enum<?> value, Enum<?> byDefault) throws IOException {
        if (value != byDefault) {
            out.name(name).text(Words.of(value));
        }
    }

    void optional(String name, long value) throws IOException {
        if (value != 0) {
            out.name(name).whole(value);
        }
    }

    /** Writes a number that mostly is a whole one, and then as such. */
    void optionalPx(String name, double value) throws IOException {
        if (value == Math.rint(value)) {
            optional(name, (long) value);
        } else {
            out.name(name).number(value);
        }
    }

    void unknown(SortedMap<String, String> members) throws IOException {
        for (Map.Entry<String, String> member : members.entrySet()) {
            out.name(member.getKey()).json(member.getValue());
        }
    }
}
