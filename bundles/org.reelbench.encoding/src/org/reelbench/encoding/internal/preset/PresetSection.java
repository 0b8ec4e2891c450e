package org.reelbench.encoding.internal.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One section of a preset's text: values by name, each taken once and checked as what it is meant to be. What nobody takes is an
 * error, as it would be forgotten otherwise.
 */
final class PresetSection {

    private static final String OPTION = "option.";

    private final String file;
    private final String name;
    private final int line;
    private final SortedMap<String, Entry> left = new TreeMap<>();

    private record Entry(String value, int line) {
    }

    PresetSection(String file, String name, int line) {
        this.file = file;
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    void put(String key, String value, int atLine) throws PresetTextException {
        if (left.putIfAbsent(key, new Entry(value, atLine)) != null) {
            throw new PresetTextException(file, atLine, "'" + key + "' is there twice in [" + name + "]");
        }
    }

    String text(String key) throws PresetTextException {
        return take(key).map(Entry::value).filter(value -> !value.isEmpty())
                .orElseThrow(() -> new PresetTextException(file, line, "[" + name + "] needs '" + key + " = …'"));
    }

    String text(String key, String without) {
        return take(key).map(Entry::value).orElse(without);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) throws PresetTextException {
        int at = lineOf(key);
        String value = text(key);
        List<String> choices = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = String.valueOf(constant).toLowerCase(Locale.ROOT);
            if (word.equals(value)) {
                return constant;
            }
            choices.add(word);
        }
        throw new PresetTextException(file, at,
                "'" + key + "' is one of " + String.join(", ", choices) + ", not '" + value + "'");
    }

    boolean flag(String key) throws PresetTextException {
        int at = lineOf(key);
        return switch (text(key, "no")) {
        case "yes" -> true;
        case "no" -> false;
        default -> throw new PresetTextException(file, at, "'" + key + "' is yes or no");
        };
    }

    double number(String key, double least, double most, double without) throws PresetTextException {
        Optional<Entry> entry = take(key);
        if (entry.isEmpty()) {
            return without;
        }
        try {
            double value = Double.parseDouble(entry.get().value());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        throw new PresetTextException(file, entry.get().line(), String.format(Locale.ROOT,
                "'%s' is a number from %s to %s, not '%s'", key, plain(least), plain(most), entry.get().value()));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    long whole(String key, long most, long without) throws PresetTextException {
        int at = lineOf(key);
        double value = number(key, 0, most, without);
        if (value != Math.rint(value)) {
            throw new PresetTextException(file, at, "'" + key + "' is a whole number");
        }
        return (long) value;
    }

    SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>();
        for (Map.Entry<String, Entry> entry : left.tailMap(OPTION).entrySet()) {
            if (entry.getKey().startsWith(OPTION)) {
                options.put(entry.getKey().substring(OPTION.length()), entry.getValue().value());
            }
        }
        options.keySet().forEach(option -> left.remove(OPTION + option));
        return options;
    }

    /** Complains about what nobody took. */
    void end() throws PresetTextException {
        if (!left.isEmpty()) {
            String first = left.firstKey();
            throw new PresetTextException(file, lineOf(first), "there is no '" + first + "' in [" + name + "]");
        }
    }

    private int lineOf(String key) {
        Entry entry = left.get(key);
        return entry == null ? line : entry.line();
    }

    private Optional<Entry> take(String key) {
        return Optional.ofNullable(left.remove(key));
    }
}
