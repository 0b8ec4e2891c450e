package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much a process's memory grows once its first minute is over: the least seen in the minute that follows against the least seen
 * in the last one. Single looks differ by megabytes, by what the collector and the allocator keep; what leaks is in each of them.
 */
final class MemoryGrowth {

    private static final long MOST_BYTES = 5 << 20;
    private static final long SETTLED_NS = TimeUnit.MINUTES.toNanos(1);
    private static final long EVERY_NS = TimeUnit.SECONDS.toNanos(5);
    private static final int LOOKS_A_MINUTE = 12;

    private final LongSupplier resident;
    private final List<Long> looks = new ArrayList<>();
    private long nextNs = System.nanoTime() + SETTLED_NS;

    private MemoryGrowth(LongSupplier resident) {
        this.resident = resident;
    }

    /** Looks at another process, which began just now. */
    static MemoryGrowth of(Process process) {
        return new MemoryGrowth(() -> OwnMemory.residentBytes(process.pid()));
    }

    /** To be called often while the process works. */
    void look() {
        if (System.nanoTime() >= nextNs) {
            looks.add(resident.getAsLong());
            nextNs = System.nanoTime() + EVERY_NS;
        }
    }

    /** Holds that nothing grows; what ran for less than three minutes says nothing. */
    void check() {
        if (looks.size() < 2 * LOOKS_A_MINUTE) {
            return;
        }
        long before = Collections.min(looks.subList(0, LOOKS_A_MINUTE));
        long after = Collections.min(looks.subList(looks.size() - LOOKS_A_MINUTE, looks.size()));
        System.out.printf("memory after the first minute %.1f MB, at the end %.1f MB, looks from %.1f to %.1f MB%n", before / 1e6,
                after / 1e6, Collections.min(looks) / 1e6, Collections.max(looks) / 1e6);
        assertTrue(after - before <= MOST_BYTES, "memory grew by " + (after - before) + " bytes: " + looks);
    }
}
