package org.reelbench.ui.memory.internal;

import java.time.Instant;

import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ProcessMemory;

/** Readings as the tests need them. */
final class Readings {

    static final long MIB = 1 << 20;

    private Readings() {
    }

    /** A process that uses so much of a budget of 1,000 MiB, at a second. */
    static MemoryReading of(long usedMib, long second) {
        return new MemoryReading(Instant.ofEpochSecond(second), Pressure.NORMAL.next(usedMib / 1000.0), 1000 * MIB, 300 * MIB,
                100 * MIB, new ProcessMemory(usedMib * MIB, 0, 100 * MIB, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
