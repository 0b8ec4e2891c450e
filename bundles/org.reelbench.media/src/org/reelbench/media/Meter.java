package org.reelbench.media;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A number that a part of the program tells of itself at a moment, for whoever watches it.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param name what is counted, with its unit, such as {@code reelbench_http_sent_bytes_total}: lower-case letters, digits and
 *            {@code _}; the name of a counter ends in {@code _total}, and no other does
 * @param help what it means, one sentence
 * @param kind how it changes
 * @param labels tell meters of one name apart, by name in order; their values may be any text
 * @param value the number
 */
public record Meter(String name, String help, Kind kind, Map<String, String> labels, double value) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String COUNTER_END = "_total";

    /** How a number changes. */
    public enum Kind {
        /** Only upwards, from 0 at the start of its bundle. */
        COUNTER,
        /** Up and down. */
        GAUGE
    }

    /**
     * Creates a meter.
     *
     * @throws IllegalArgumentException if a name has another form
     */
    public Meter {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        boolean fits = NAME.matcher(name).matches() && name.endsWith(COUNTER_END) == (kind == Kind.COUNTER)
                && labels.keySet().stream().allMatch(label -> NAME.matcher(label).matches());
        if (!fits) {
            throw new IllegalArgumentException("'" + name + "' " + labels.keySet() + " is no name of a " + kind);
        }
    }

    /**
     * Makes a counter without labels.
     *
     * @param name its name, which ends in {@code _total}
     * @param help what it means
     * @param value the count
     * @return the meter
     */
    public static Meter counter(String name, String help, long value) {
        return new Meter(name, help, Kind.COUNTER, Map.of(), value);
    }

    /**
     * Makes a gauge without labels.
     *
     * @param name its name
     * @param help what it means
     * @param value the number now
     * @return the meter
     */
    public static Meter gauge(String name, String help, double value) {
        return new Meter(name, help, Kind.GAUGE, Map.of(), value);
    }

    /**
     * Returns the same meter with one more label.
     *
     * @param label the label's name
     * @param text its value
     * @return the meter
     */
    public Meter with(String label, String text) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(label, text);
        return new Meter(name, help, kind, more, value);
    }
}
