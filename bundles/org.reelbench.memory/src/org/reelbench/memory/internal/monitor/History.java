package org.reelbench.memory.internal.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.reelbench.memory.MemoryReading;

/** The readings of the last hour. For every thread. */
final class History {

    /** One in five seconds. Readings that somebody asked for shorten the hour. */
    private static final int MOST_READINGS = 720;

    private final Deque<MemoryReading> readings = new ArrayDeque<>();

    synchronized void add(MemoryReading reading) {
        if (readings.size() == MOST_READINGS) {
            readings.removeFirst();
        }
        readings.addLast(reading);
    }

    synchronized List<MemoryReading> list() {
        return List.copyOf(readings);
    }
}
