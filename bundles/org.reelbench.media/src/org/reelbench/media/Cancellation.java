package org.reelbench.media;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Carries the wish to stop into long calls, which look at it at least every 200 ms.
 * <p>
 * For every thread. Cancelling is final and may be done any number of times.
 */
public final class Cancellation {

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final @Nullable Cancellation outer;

    /** Creates a token that nobody has cancelled yet. */
    public Cancellation() {
        outer = null;
    }

    /**
     * Creates a token for a part of a call: it is cancelled by itself, or together with the whole.
     *
     * @param outer the token of the whole call
     */
    public Cancellation(Cancellation outer) {
        this.outer = outer;
    }

    /** Asks the calls that carry this token to stop. */
    public void cancel() {
        cancelled.set(true);
    }

    /**
     * Tells whether somebody asked to stop.
     *
     * @return true once {@link #cancel} was called, of it or of the whole it is a part of
     */
    public boolean isCancelled() {
        return cancelled.get() || outer != null && outer.isCancelled();
    }

    /**
     * Leaves the call if somebody asked to stop.
     *
     * @throws CancelledException if cancelled
     */
    public void check() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
