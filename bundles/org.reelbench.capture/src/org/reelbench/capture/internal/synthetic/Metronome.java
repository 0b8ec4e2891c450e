package org.reelbench.capture.internal.synthetic;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.reelbench.capture.CaptureStream;

/** Says when something is due: in real time, or at once. For every thread. */
final class Metronome {

    private final boolean live;
    private final long lengthNs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long originNs = CaptureStream.NOTHING;

    Metronome(boolean live, double seconds) {
        this.live = live;
        lengthNs = Double.isInfinite(seconds) ? Long.MAX_VALUE : Math.round(seconds * 1e9);
    }

    boolean isLive() {
        return live;
    }

    void start() {
        lock.lock();
        try {
            originNs = live ? System.nanoTime() : 0;
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            originNs = CaptureStream.NOTHING;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a moment has come.
     *
     * @return the moment in the stream's own time, or {@link CaptureStream#NOTHING} if it never comes
     */
    long await(long ns) {
        lock.lock();
        try {
            while (originNs != CaptureStream.NOTHING && ns < lengthNs) {
                long leftNs = live ? originNs + ns - System.nanoTime() : 0;
                if (leftNs <= 0) {
                    return originNs + ns;
                }
                changed.awaitNanos(Math.min(leftNs, TimeUnit.SECONDS.toNanos(1)));
            }
            return CaptureStream.NOTHING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CaptureStream.NOTHING;
        } finally {
            lock.unlock();
        }
    }
}
