package org.reelbench.plugins.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Counts what calls into one plug-in come to. After three failures of one kind of call in a row the plug-in rests for half a minute;
 * if that kind fails at once after that, it is given up, as is what hangs. For every thread.
 */
final class Breaker {

    static final long REST_MS = 30_000;
    private static final long REST_NS = REST_MS * 1_000_000;
    private static final int ROW = 3;

    /** What follows from a failure. */
    enum Verdict {
        /** Nothing yet. */
        GOES_ON,
        /** It is not called for a while. */
        RESTS,
        /** It is not called any more. */
        GIVEN_UP
    }

    private final LongSupplier clockNs;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Set<String> tried = new HashSet<>();
    private int failed;
    private boolean givenUp;
    private boolean resting;
    private long restsUntilNs;

    Breaker(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /** Whether the plug-in may be called. */
    synchronized boolean allows() {
        return !givenUp && !isResting();
    }

    /** Whether it rests. */
    synchronized boolean isResting() {
        if (resting && clockNs.getAsLong() - restsUntilNs >= 0) {
            resting = false;
        }
        return resting;
    }

    /** A call of a kind came back. */
    synchronized void succeeded(String what) {
        if (!rows.isEmpty()) {
            rows.remove(what);
            tried.remove(what);
        }
    }

    /** A call of a kind failed. */
    synchronized Verdict failed(String what) {
        failed++;
        int row = rows.merge(what, 1, Integer::sum);
        if (row < ROW || isResting()) {
            return Verdict.GOES_ON;
        }
        if (!tried.add(what)) {
            return giveUp();
        }
        resting = true;
        restsUntilNs = clockNs.getAsLong() + REST_NS;
        return Verdict.RESTS;
    }

    /** A call did not come back. */
    synchronized Verdict hung() {
        failed++;
        return giveUp();
    }

    /** How many calls failed. */
    synchronized int failures() {
        return failed;
    }

    private Verdict giveUp() {
        givenUp = true;
        return Verdict.GIVEN_UP;
    }
}
