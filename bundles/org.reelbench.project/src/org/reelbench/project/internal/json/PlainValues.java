package org.reelbench.project.internal.json;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;

/**
 * JSON as plain Java values: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code List} and {@code SortedMap}.
 */
public final class PlainValues {

    private PlainValues() {
    }

    /**
     * Returns the plain value; a number without fraction and exponent is a {@code Long}. Returns null where there is none: for
     * null and for numbers that do not fit, also inside lists and objects.
     */
    public static @Nullable Object of(Json value) {
        return switch (value) {
        case Json.TextValue text -> text.value();
        case Json.FlagValue flag -> flag.value();
        case Json.NumberValue number -> number(number);
        case Json.ListValue list -> list(list);
        case Json.ObjectValue object -> map(object);
        case Json.NullValue _ -> null;
        };
    }

    /**
     * Writes a plain value.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public static void write(JsonPrinter out, Object value) throws IOException {
        switch (value) {
        case String text -> out.text(text);
        case Boolean flag -> out.flag(flag);
        case Long whole -> out.whole(whole);
        case Double number -> out.number(number);
        case List<?> list -> {
            out.beginList(false);
            for (Object entry : list) {
                write(out, entry);
            }
            out.end();
        }
        case Map<?, ?> map -> {
            out.beginObject(false);
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.name(String.valueOf(member.getKey()));
                write(out, member.getValue());
            }
            out.end();
        }
        default -> throw new IllegalArgumentException("there is no JSON for a " + value.getClass().getName());
        }
    }

    private static @Nullable Object number(Json.NumberValue number) {
        if (!number.isWhole()) {
            double real = Double.parseDouble(number.text());
            return Double.isFinite(real) ? real : null;
        }
        BigInteger whole = new BigInteger(number.text());
        return whole.bitLength() < Long.SIZE ? Long.valueOf(whole.longValue()) : null;
    }

    private static @Nullable Object list(Json.ListValue list) {
        List<Object> values = new ArrayList<>(list.values().size());
        for (Json entry : list.values()) {
            Object value = of(entry);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object map(Json.ObjectValue object) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (var member : object.members().entrySet()) {
            Object value = of(member.getValue());
            if (value == null) {
                return null;
            }
            values.put(member.getKey(), value);
        }
        return values;
    }
}
