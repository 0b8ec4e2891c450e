package org.reelbench.memory.internal.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.reelbench.memory.MemoryReading;

/** The readings of the last hour. For every thread. */
final class History {

    /** One in five seconds. Changes of the level shorten the hour. */
    private static final int MOST_READINGS = 720;

    /** Who asks before each large allocation must not drive the hour out. */
    private static final Duration CLOSEST = Duration.ofSeconds(1);

    private final Deque<MemoryReading> readings = new ArrayDeque<>();

    synchronized void add(MemoryReading reading) {
        MemoryReading last = readings.peekLast();
        if (last != null && last.pressure() == reading.pressure() && reading.at().isBefore(last.at().plus(CLOSEST))) {
            return;
        }
        if (readings.size() == MOST_READINGS) {
            readings.removeFirst();
        }
        readings.addLast(reading);
    }

    synchronized List<MemoryReading> list() {
        return List.copyOf(readings);
    }
}
