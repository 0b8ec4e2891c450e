package org.reelbench.ops.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.reelbench.media.Meter;

/**
 * Meters in the text format of Prometheus, version 0.0.4.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
final class PrometheusText {

    /** The type of the text. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {
    }

    /**
     * Writes meters.
     *
     * @param meters ordered by name; help and kind of the first count for all of its name
     */
    static String of(List<Meter> meters) {
        StringBuilder text = new StringBuilder();
        String name = "";
        for (Meter meter : meters) {
            if (!meter.name().equals(name)) {
                name = meter.name();
                text.append("# HELP ").append(name).append(' ').append(escaped(meter.help(), false)).append('\n');
                text.append("# TYPE ").append(name).append(meter.kind() == Meter.Kind.COUNTER ? " counter\n" : " gauge\n");
            }
            text.append(name).append(labels(meter.labels())).append(' ').append(number(meter.value())).append('\n');
        }
        return text.toString();
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : labels.entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue(), true) + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String text, boolean quoted) {
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
        return quoted ? escaped.replace("\"", "\\\"") : escaped;
    }

    /** Whole numbers without an exponent, as far as they are exact. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) <= 1L << 53;
        return isWhole ? Long.toString((long) value) : Double.toString(value);
    }
}
