package org.reelbench.encoding.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;

/** Where an export rests while it is paused, and what counts for how long. For every thread. */
final class PauseGate {

    /** Nobody wakes who waits here when the export is cancelled. */
    private static final long LOOK_MS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean isClosed;
    private long closedNs;
    private long restedNs;

    void close() {
        lock.lock();
        try {
            if (!isClosed) {
                isClosed = true;
                closedNs = System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            if (isClosed) {
                isClosed = false;
                restedNs += System.nanoTime() - closedNs;
                opened.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return isClosed;
        } finally {
            lock.unlock();
        }
    }

    /** How long it was closed in all, until now. */
    long restedNs() {
        lock.lock();
        try {
            return restedNs + (isClosed ? System.nanoTime() - closedNs : 0);
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the gate is closed. */
    void pass(Cancellation cancellation) {
        lock.lock();
        try {
            while (isClosed) {
                cancellation.check();
                opened.await(LOOK_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            lock.unlock();
        }
    }
}
