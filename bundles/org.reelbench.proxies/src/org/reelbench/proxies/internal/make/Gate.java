package org.reelbench.proxies.internal.make;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;

/** Where work in the background waits while people wait for something else. */
@FunctionalInterface
public interface Gate {

    /** Lets everything pass. */
    Gate OPEN = Cancellation::check;

    /**
     * Waits until the way is free.
     *
     * @throws CancelledException if cancelled
     */
    void pass(Cancellation cancellation);
}
