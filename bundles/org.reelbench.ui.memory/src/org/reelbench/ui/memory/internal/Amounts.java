package org.reelbench.ui.memory.internal;

import java.util.Locale;

import org.reelbench.memory.MemoryReading;

/** Amounts of memory in words. */
final class Amounts {

    private static final double MEGA = 1 << 20;
    private static final double GIGA = 1 << 30;
    private static final int ONE_DECIMAL_BELOW = 10;
    private static final int PERCENT = 100;

    private Amounts() {
    }

    /** From a gigabyte on with one decimal place, below in whole megabytes, what is less than ten of them with one. */
    static String of(long bytes) {
        if (bytes >= GIGA) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
        }
        return String.format(Locale.ROOT, bytes < ONE_DECIMAL_BELOW * MEGA && bytes > 0 ? "%.1f MB" : "%.0f MB", bytes / MEGA);
    }

    static String usedOf(long usedBytes, long limitBytes) {
        return of(usedBytes) + " of " + of(limitBytes);
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
                + of(reading.ledgerBytes() - reading.mappedBytes()) + " in media and caches · "
                + of(reading.unaccountedBytes()) + " unaccounted";
    }
}
