package org.reelbench.demo.internal.bench;

import java.util.List;

/**
 * What jumps to random pictures took, jump by jump.
 *
 * @param firstMs until the sync sample before the picture could be painted, ours
 * @param exactMs until the picture itself, ours
 * @param theirsMs what the other program took for the picture itself
 */
record ScrubFigures(List<Double> firstMs, List<Double> exactMs, List<Double> theirsMs) {

    private static final double PERCENT = 100;

    ScrubFigures {
        firstMs = List.copyOf(firstMs);
        exactMs = List.copyOf(exactMs);
        theirsMs = List.copyOf(theirsMs);
    }

    /** How many times as much we take for all pictures together: each takes as long as it lies behind its sync sample. */
    double ratio() {
        return sum(exactMs) / sum(theirsMs);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The least value that so many in a hundred do not exceed. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / PERCENT * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }
}
