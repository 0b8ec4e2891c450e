package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what happens by itself. */
final class Awaiting {

    /** It happens within seconds, or never. */
    private static final long HANG_NS = TimeUnit.MINUTES.toNanos(2);
    private static final long LOOK_MS = 50;

    private Awaiting() {
    }

    static void holds(String what, Callable<Boolean> condition) throws Exception {
        long endNs = System.nanoTime() + HANG_NS;
        while (!condition.call()) {
            assertTrue(System.nanoTime() - endNs < 0, "never came: " + what);
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }
}
