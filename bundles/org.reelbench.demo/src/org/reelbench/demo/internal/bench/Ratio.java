package org.reelbench.demo.internal.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How many times as much one of two takes, over some pairs.
 *
 * @param median the median of the pairs
 * @param least the least of them
 * @param greatest the greatest
 */
public record Ratio(double median, double least, double greatest) {

    /** Divides theirs by ours, pair by pair: above 1 we took less. */
    static Ratio of(List<Pair> pairs, ToDoubleFunction<Measured> figure) {
        List<Double> ratios = pairs.stream().map(p -> figure.applyAsDouble(p.theirs()) / figure.applyAsDouble(p.ours())).sorted()
                .toList();
        return new Ratio(median(ratios), ratios.getFirst(), ratios.getLast());
    }

    /**
     * Takes ratios that somebody else divided.
     *
     * @param ratios one or more
     * @return their spread
     */
    public static Ratio of(Collection<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return new Ratio(median(sorted), sorted.getFirst(), sorted.getLast());
    }

    /**
     * Returns the median.
     *
     * @param values one or more
     * @return the middle one, or the mean of the middle two
     */
    public static double median(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, least, greatest);
    }
}
