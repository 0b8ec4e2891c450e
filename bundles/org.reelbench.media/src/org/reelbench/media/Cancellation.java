package org.reelbench.media;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Carries the wish to stop into long calls, which look at it at least every 200 ms.
 * <p>
 * For every thread. Cancelling is final and may be done any number of times.
 */
public final class Cancellation {

    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Creates a token that nobody has cancelled yet. */
    public Cancellation() {
        // nothing to set up
    }

    /** Asks the calls that carry this token to stop. */
    public void cancel() {
        cancelled.set(true);
    }

    /**
     * Tells whether somebody asked to stop.
     *
     * @return true once {@link #cancel} was called
     */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /**
     * Leaves the call if somebody asked to stop.
     *
     * @throws CancelledException if cancelled
     */
    public void check() {
        if (cancelled.get()) {
            throw new CancelledException();
        }
    }
}
