package org.reelbench.cli.internal.play;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long something took again and again. One thread at a time. */
final class Latencies {

    private final List<Long> nanos = new ArrayList<>();

    void add(long tookNanos) {
        nanos.add(tookNanos);
    }

    int count() {
        return nanos.size();
    }

    /** The time that so many of a hundred did not exceed, in milliseconds; 0 if there are none. */
    double percentileMs(int percent) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int index = Math.ceilDiv(sorted.size() * percent, 100) - 1;
        return sorted.get(Math.max(0, index)) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
