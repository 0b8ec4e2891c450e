package org.reelbench.render.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.reelbench.media.Cancellation;

/** Where a decoder waits until a test lets it go on, so that a test knows what is under way. */
final class Gate {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean deaf;

    /** Makes those who wait deaf to cancellation, as a slow disk is. */
    Gate deaf() {
        deaf = true;
        return this;
    }

    void pass(Cancellation cancellation) {
        reached.countDown();
        try {
            while (!opened.await(5, TimeUnit.MILLISECONDS)) {
                if (!deaf) {
                    cancellation.check();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError("a decoder must not be interrupted", e);
        }
    }

    void awaitReached() throws InterruptedException {
        if (!reached.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody came to the gate");
        }
    }

    void open() {
        opened.countDown();
    }
}
