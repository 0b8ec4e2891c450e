package org.reelbench.plugins.internal;

import java.util.function.LongSupplier;

/**
 * Counts what calls into one plug-in come to. After three failures in a row it rests for half a minute; what fails first after that
 * is given up, as is what hangs. For every thread.
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
    private int failed;
    private int row;
    private boolean tried;
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
            tried = true;
        }
        return resting;
    }

    /** A call came back. */
    synchronized void succeeded() {
        row = 0;
        tried = false;
    }

    /** A call failed. */
    synchronized Verdict failed() {
        failed++;
        row++;
        if (tried) {
            return giveUp();
        }
        if (row < ROW || resting) {
            return Verdict.GOES_ON;
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
