package org.reelbench.capture.ffmpeg.internal.device;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether a stream delivers: one thread waits at it for the next picture, any other shuts it.
 * <p>
 * For every thread.
 */
public final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean open;

    /** Lets through from now on. */
    public void open() {
        set(true);
    }

    /** Lets nothing through from now on; who waits, goes. */
    public void shut() {
        set(false);
    }

    /**
     * Tells whether it lets through.
     *
     * @return true between {@link #open} and {@link #shut}
     */
    public boolean isOpen() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a time.
     *
     * @param timeNs the time, in the nanoseconds of {@link System#nanoTime}
     * @return true once it has come, false as soon as the gate is shut or the thread interrupted
     */
    public boolean waitUntil(long timeNs) {
        lock.lock();
        try {
            while (open) {
                long left = timeNs - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                changed.await(left, TimeUnit.NANOSECONDS);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean to) {
        lock.lock();
        try {
            open = to;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
