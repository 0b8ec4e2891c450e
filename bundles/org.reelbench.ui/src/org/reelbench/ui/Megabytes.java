package org.reelbench.ui;

import java.util.Locale;

/**
 * Amounts of memory as people read them.
 * <p>
 * For every thread.
 */
public final class Megabytes {

    private static final double MEGA = 1 << 20;
    private static final double GIGA = 1 << 30;
    private static final int ONE_DECIMAL_BELOW = 10;

    private Megabytes() {
    }

    /**
     * Writes an amount: from a gigabyte on with one decimal place, below in whole megabytes, what is less than ten of them with one.
     *
     * @param bytes how much, 0 or more
     * @return a number and its unit, for example {@code 6.5 MB}
     */
    public static String of(long bytes) {
        if (bytes >= GIGA) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
        }
        return String.format(Locale.ROOT, bytes < ONE_DECIMAL_BELOW * MEGA && bytes > 0 ? "%.1f MB" : "%.0f MB", bytes / MEGA);
    }
}
