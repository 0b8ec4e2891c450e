package org.reelbench.project.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.internal.file.Places;
import org.reelbench.project.internal.file.Words;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;

/**
 * The parameters of a command, or of an object among them, read with the type they must have. Every refusal names the command,
 * the parameter, what it must be and what it is.
 */
final class Parameters {

    private static final int MAX_TEXT_CHARS = 1 << 16;

    private final String command;
    private final SortedMap<String, Object> values;

    Parameters(String command, SortedMap<String, Object> values) {
        this.command = command;
        this.values = values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    SortedMap<String, Object> values() {
        return values;
    }

    String text(String name) throws EditRefused {
        if (values.get(name) instanceof String text && text.length() <= MAX_TEXT_CHARS) {
            return text;
        }
        throw wrong(name, "a text of at most " + MAX_TEXT_CHARS + " characters");
    }

    String text(String name, String byDefault) throws EditRefused {
        return has(name) ? text(name) : byDefault;
    }

    /** Reads a constant by its word. */
    <E extends Enum<E>> E word(String name, Class<E> type) throws EditRefused {
        String word = text(name);
        try {
            return Words.constant(type, word);
        } catch (IllegalArgumentException e) {
            throw wrong(name, Words.rule(type), e);
        }
    }

    Id id(String name) throws EditRefused {
        String text = text(name);
        try {
            return new Id(text);
        } catch (IllegalArgumentException e) {
            throw wrong(name, "an id", e);
        }
    }

    long whole(String name, long min, long max) throws EditRefused {
        if (values.get(name) instanceof Long whole && whole >= min && whole <= max) {
            return whole;
        }
        throw wrong(name, "a whole number from " + min + " to " + max);
    }

    int whole(String name, int min, int max, int byDefault) throws EditRefused {
        return has(name) ? Math.toIntExact(whole(name, min, max)) : byDefault;
    }

    double number(String name) throws EditRefused {
        if (values.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, "a number");
    }

    double number(String name, double byDefault) throws EditRefused {
        return has(name) ? number(name) : byDefault;
    }

    /** Reads a number of frames from min up, given as such or as the time of which the nearest frame is meant. */
    long frames(String name, long min, FrameRate rate) throws EditRefused {
        String rule = (min == 0
                ? "a whole number of frames from 0"
                : min == 1
                        ? "a whole number of frames above 0"
                        : "a whole number of frames")
                + ", or a time such as \"2s\" or \"00:00:02:00\"";
        Object value = values.get(name);
        try {
            long frames = switch (value) {
            case String text -> rate.parseFrame(text);
            case Long whole -> whole;
            case null, default -> throw wrong(name, rule);
            };
            if (frames >= min && frames <= Item.MAX_DURATION_FRAMES) {
                return frames;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(name, rule, e);
        }
        throw wrong(name, rule);
    }

    RationalTime time(String name, FrameRate rate) throws EditRefused {
        String rule = "a time such as \"2s\" or \"1001/30000s\", or a whole number of frames";
        Object value = values.get(name);
        try {
            if (value instanceof String text) {
                return RationalTime.parse(text);
            }
            if (value instanceof Long frames) {
                return rate.timeOf(frames);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(name, rule, e);
        }
        throw wrong(name, rule);
    }

    Rational speed(String name) throws EditRefused {
        String rule = "a speed such as \"2\" or \"-1/2\"";
        Object value = values.get(name);
        try {
            if (value instanceof String text) {
                return Rational.parse(text);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(name, rule, e);
        }
        if (value instanceof Long whole) {
            return Rational.of(whole);
        }
        throw wrong(name, rule);
    }

    boolean flag(String name, boolean byDefault) throws EditRefused {
        if (!has(name)) {
            return byDefault;
        }
        if (values.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "true or false");
    }

    List<?> list(String name) throws EditRefused {
        if (values.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    /** Returns a list of one id or more. */
    List<Id> ids(String name) throws EditRefused {
        List<Id> ids = new ArrayList<>();
        try {
            for (Object entry : list(name)) {
                ids.add(new Id((String) entry));
            }
        } catch (ClassCastException | IllegalArgumentException e) {
            throw wrong(name, "a list of ids", e);
        }
        if (ids.isEmpty()) {
            throw wrong(name, "a list of at least one id");
        }
        return ids;
    }

    /** Returns an object among the parameters; without it an empty one. */
    Parameters inner(String name) throws EditRefused {
        return has(name) ? inner(name, values.get(name)) : new Parameters(command, new TreeMap<>());
    }

    /** Returns an object that is a value of the parameter, or stands in its list. */
    Parameters inner(String name, @Nullable Object value) throws EditRefused {
        if (!(value instanceof SortedMap<?, ?> map)) {
            throw new EditRefused(command + ": \"" + name + "\" must hold an object, not " + shown(value));
        }
        SortedMap<String, Object> members = new TreeMap<>();
        map.forEach((key, member) -> members.put((String) key, member));
        return new Parameters(command + ", " + name, members);
    }

    /** Refuses everything that has none of the names. */
    void only(List<String> names) throws EditRefused {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new EditRefused(command + " has no parameter \"" + Places.shown(name) + "\"; it takes "
                        + String.join(", ", names));
            }
        }
    }

    EditRefused refused(String reason) {
        return new EditRefused(command + ": " + reason);
    }

    EditRefused wrong(String name, String rule) {
        return refused(mustBe(name, rule));
    }

    EditRefused wrong(String name, String rule, Exception cause) {
        return new EditRefused(command + ": " + mustBe(name, rule), cause);
    }

    private String mustBe(String name, String rule) {
        return has(name)
                ? "\"" + name + "\" must be " + rule + ", not " + shown(values.get(name))
                : "\"" + name + "\" is missing; it must be " + rule;
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
        case null -> "nothing";
        case String text -> JsonPrinter.quoted(Places.shown(text));
        case List<?> _ -> "a list";
        case SortedMap<?, ?> _ -> "an object";
        default -> value.toString();
        };
    }
}
