package org.reelbench.encoding.internal.segment;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Leaves encoders alone that failed again and again, for a while; after it one more attempt shows whether they work again.
 * <p>
 * For every thread.
 */
public final class Breaker {

    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofMinutes(1);

    private final LongSupplier clockNs;
    private final Map<String, Trouble> troubles = new HashMap<>();

    /** How often an encoder failed in a row, and when last. */
    private record Trouble(int failures, long lastNs) {
    }

    /**
     * Creates a breaker that lets all pass.
     *
     * @param clockNs the time
     */
    public Breaker(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /**
     * Tells whether an encoder may be used.
     *
     * @param encoder its name
     * @return false while it is left alone
     */
    public synchronized boolean allows(String encoder) {
        Trouble trouble = troubles.get(encoder);
        return trouble == null || trouble.failures < FAILURES || clockNs.getAsLong() - trouble.lastNs >= REST.toNanos();
    }

    /**
     * An encoder failed.
     *
     * @param encoder its name
     * @return true if it is left alone from now on
     */
    public synchronized boolean failed(String encoder) {
        int failures = troubles.getOrDefault(encoder, new Trouble(0, 0)).failures + 1;
        troubles.put(encoder, new Trouble(failures, clockNs.getAsLong()));
        return failures >= FAILURES;
    }

    /**
     * An encoder made a segment that was found right.
     *
     * @param encoder its name
     */
    public synchronized void worked(String encoder) {
        troubles.remove(encoder);
    }
}
