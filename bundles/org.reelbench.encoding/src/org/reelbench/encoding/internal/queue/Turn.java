package org.reelbench.encoding.internal.queue;

import java.util.function.BooleanSupplier;

/** Whether the queue may begin the next export; what changes an entry that waits for its turn wakes it. For every thread. */
final class Turn {

    /** Read without the lock: entries ask while they hold theirs, which those who wait here ask for. */
    private volatile boolean isPaused;

    synchronized void pause() {
        isPaused = true;
    }

    synchronized void resume() {
        isPaused = false;
        notifyAll();
    }

    boolean isPaused() {
        return isPaused;
    }

    /** Lets those who wait look again whether they are still wanted. */
    synchronized void lookAgain() {
        notifyAll();
    }

    /** Waits until the queue goes on, or until there is no reason to wait any more. */
    synchronized void await(BooleanSupplier isWanted) throws InterruptedException {
        while (isPaused && isWanted.getAsBoolean()) {
            wait();
        }
    }
}
