package org.reelbench.ui.memory.internal;

import org.reelbench.memory.MemoryReading;
import org.reelbench.ui.Megabytes;

/** Amounts of memory in words. */
final class Amounts {

    private static final int PERCENT = 100;

    private Amounts() {
    }

    static String usedOf(long usedBytes, long limitBytes) {
        return Megabytes.of(usedBytes) + " of " + Megabytes.of(limitBytes);
    }

    static String percent(double share) {
        return Math.round(share * PERCENT) + " %";
    }

    /** What is said above the tracks. */
    static String shortage(MemoryReading reading) {
        return "Memory is short: " + usedOf(reading.scarcest().usedBytes(), reading.scarcest().limitBytes()) + " used";
    }

    /** What the memory view says in its first line. */
    static String summary(MemoryReading reading) {
        return usedOf(reading.process().processBytes(), reading.budgetBytes()) + " used · "
                + Megabytes.of(reading.ledgerBytes() - reading.mappedBytes()) + " in media and caches · "
                + Megabytes.of(reading.unaccountedBytes()) + " unaccounted";
    }
}
