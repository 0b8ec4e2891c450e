package org.reelbench.capture.internal.pipeline;

/** Waiting for a signal on threads that nobody has a reason to interrupt; who does sees it again at the next blocking call. */
final class Waiting {

    private Waiting() {
    }

    /** Waits on a monitor that the caller holds; the caller looks at its condition again. */
    static void on(Object monitor, long longestMs) {
        try {
            monitor.wait(longestMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a thread of the recorder was interrupted", e);
        }
    }
}
