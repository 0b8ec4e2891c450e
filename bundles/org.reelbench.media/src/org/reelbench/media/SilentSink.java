package org.reelbench.media;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Takes sound as fast as a device would and lets nobody hear it: playback's clock where there is no device, or where none is
 * wanted. Like a device, it stands still when it has nothing to play.
 * <p>
 * One thread writes; every other method may be called from any thread. Whoever made it closes it.
 */
public final class SilentSink implements AudioSink {

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Waits until something is signalled or a time has passed. */
    @FunctionalInterface
    interface Waiting {
        void await(Condition signal, long nanos) throws InterruptedException;
    }

    private final int sampleRateHz;
    private final int bufferFrames;
    private final LongSupplier nanoTime;
    private final Waiting waiting;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long writtenFrames;
    private long playedFrames;
    /** Counting goes from here, not from one look at the clock to the next, so that rounding does not add up. */
    private long sinceNanos;
    private long sinceFrames;
    private boolean running;
    private boolean closed;

    /**
     * Creates a sink that goes by the system's clock, not started.
     *
     * @param sampleRateHz samples a second, above 0
     * @param bufferFrames how many samples may be written before they are played, above 0
     */
    public SilentSink(int sampleRateHz, int bufferFrames) {
        this(sampleRateHz, bufferFrames, System::nanoTime, Condition::awaitNanos);
    }

    SilentSink(int sampleRateHz, int bufferFrames, LongSupplier nanoTime, Waiting waiting) {
        this.sampleRateHz = sampleRateHz;
        this.bufferFrames = bufferFrames;
        this.nanoTime = nanoTime;
        this.waiting = waiting;
    }

    @Override
    public String device() {
        return "no sound device";
    }

    @Override
    public boolean isSilent() {
        return true;
    }

    @Override
    public int bufferFrames() {
        return bufferFrames;
    }

    @Override
    public void start() {
        locked(() -> {
            if (!running && !closed) {
                running = true;
                countFrom(nanoTime.getAsLong());
            }
        });
    }

    @Override
    public void pause() {
        locked(() -> running = false);
    }

    @Override
    public int write(float[][] channels, int offset, int count) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            int done = 0;
            while (done < count && !closed) {
                catchUp();
                int taken = (int) Math.min(count - done, bufferFrames - (writtenFrames - playedFrames));
                writtenFrames += taken;
                done += taken;
                if (done < count) {
                    if (!running) {
                        return done;
                    }
                    waiting.await(changed, nanosOf(Math.min(count - done, bufferFrames)));
                }
            }
            return done;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long framesPlayed() {
        lock.lock();
        try {
            catchUp();
            return playedFrames;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() {
        locked(() -> writtenFrames = playedFrames);
    }

    @Override
    public void drain() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            catchUp();
            while (running && playedFrames < writtenFrames) {
                waiting.await(changed, nanosOf(writtenFrames - playedFrames));
                catchUp();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> {
            running = false;
            closed = true;
        });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            catchUp();
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts what has been played until now. */
    private void catchUp() {
        if (!running) {
            return;
        }
        long now = nanoTime.getAsLong();
        long frames = framesOf(now - sinceNanos) - (playedFrames - sinceFrames);
        if (frames >= writtenFrames - playedFrames) {
            playedFrames = writtenFrames;
            countFrom(now);
        } else {
            playedFrames += frames;
        }
    }

    private void countFrom(long nanos) {
        sinceNanos = nanos;
        sinceFrames = playedFrames;
    }

    private long framesOf(long nanos) {
        return nanos / NANOS_PER_SECOND * sampleRateHz + nanos % NANOS_PER_SECOND * sampleRateHz / NANOS_PER_SECOND;
    }

    private long nanosOf(long frames) {
        return Math.max(1, Math.ceilDiv(frames * NANOS_PER_SECOND, sampleRateHz));
    }
}
