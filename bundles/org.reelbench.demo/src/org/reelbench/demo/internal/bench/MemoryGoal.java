package org.reelbench.demo.internal.bench;

import java.util.Locale;

/**
 * What the memory bench wants, and what it saw.
 *
 * @param what the claim
 * @param measured the figure
 * @param limit what it may be at most
 * @param unit of both
 */
record MemoryGoal(String what, double measured, double limit, String unit) {

    boolean isMet() {
        return measured <= limit;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s  %s: %.2f%s, at most %.2f", isMet() ? "met   " : "MISSED", what, measured, unit,
                limit);
    }
}
