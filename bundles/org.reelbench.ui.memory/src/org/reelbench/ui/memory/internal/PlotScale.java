package org.reelbench.ui.memory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.reelbench.memory.MemoryReading;

/**
 * Where moments and amounts lie on a plot: the latest moment on the right, ten minutes wide at least; the budget near the top.
 */
record PlotScale(Instant from, Duration span, long topBytes, int widthPx, int heightPx) {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final double HEADROOM = 1.1;

    static PlotScale of(List<MemoryReading> history, int widthPx, int heightPx) {
        Instant to = history.getLast().at();
        Duration told = Duration.between(history.getFirst().at(), to);
        Duration span = told.compareTo(SHORTEST) > 0 ? told : SHORTEST;
        long top = history.stream().mapToLong(reading -> Math.max(reading.budgetBytes(), reading.process().processBytes())).max()
                .orElse(1);
        return new PlotScale(to.minus(span), span, Math.max(1, (long) (top * HEADROOM)), widthPx, heightPx);
    }

    int x(Instant moment) {
        return (int) (Duration.between(from, moment).toMillis() * (widthPx - 1) / span.toMillis());
    }

    int y(long bytes) {
        return (int) Math.round((heightPx - 1) * (1 - (double) bytes / topBytes));
    }
}
