package org.reelbench.http.it;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is bound to become so; fails only if it hangs. */
final class Eventually {

    private static final long HANG_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private Eventually() {
    }

    static void holds(String what, Callable<Boolean> condition) throws Exception {
        long startNs = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - startNs > HANG_NS) {
                throw new AssertionError(what + " has not become so");
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
