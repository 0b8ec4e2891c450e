package org.reelbench.playback.internal;

import org.reelbench.media.AudioSink;

/**
 * A device in a time that passes only where a test lets it, and that need not keep it well: it may run fast or slow, tell its place in
 * steps, or stand still. It remembers what it plays. Between two steps of time whoever writes goes on until the device is full.
 */
final class VirtualSink implements AudioSink {

    static final int BUFFER_FRAMES = 9600;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int rateHz;
    private final double speed;
    private final int stepFrames;
    private final float[][] latest = new float[2][BUFFER_FRAMES];
    private double nanos;
    private double exactPlayed;
    private double standsUntilNanos;
    private long writtenFrames;
    private double writerSleepsUntil;
    private boolean writerWaits;
    private boolean running;
    private boolean begun;
    private boolean over;
    private boolean closed;
    private int dry;

    /**
     * Creates a device.
     *
     * @param rateHz what it says it plays a second
     * @param speed how much of that it does
     * @param stepFrames its place is told in multiples of this
     */
    VirtualSink(int rateHz, double speed, int stepFrames) {
        this.rateHz = rateHz;
        this.speed = speed;
        this.stepFrames = stepFrames;
    }

    synchronized long nanos() {
        return (long) nanos;
    }

    /** Lets time pass that is spent on work; none does before sound begins. */
    void work(long spentNanos) {
        if (begun) {
            pass(spentNanos);
        }
    }

    /** Lets time pass that is waited for, from when sound begins. */
    synchronized void waitNanos(long waitedNanos) {
        while (!begun && !over) {
            await();
        }
        pass(waitedNanos);
    }

    private synchronized void pass(long passedNanos) {
        double from = nanos;
        nanos += passedNanos;
        if (running) {
            double runs = Math.max(0, nanos - Math.max(from, standsUntilNanos));
            exactPlayed += runs * speed * rateHz / NANOS_PER_SECOND;
            if (exactPlayed > writtenFrames) {
                exactPlayed = writtenFrames;
                dry++;
            }
        }
        notifyAll();
        while (!over && !(writerWaits && room() == 0) && nanos >= writerSleepsUntil) {
            await();
        }
    }

    /** The device hangs for a while. */
    synchronized void stand(long forNanos) {
        standsUntilNanos = nanos + forNanos;
    }

    /** Whoever writes is late; for its thread. */
    synchronized void sleepWriter(long forNanos) {
        writerSleepsUntil = nanos + forNanos;
        notifyAll();
        while (!over && nanos < writerSleepsUntil) {
            await();
        }
        writerSleepsUntil = 0;
    }

    /** Nobody plays any more: nothing waits. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** How often it had nothing to play. */
    synchronized int dry() {
        return dry;
    }

    /** Which sample is heard, if each says its number: its low part on the left, its high part on the right. */
    synchronized long heardSample() {
        int at = (int) (Math.max(0, Math.min(writtenFrames - 1, (long) exactPlayed)) % BUFFER_FRAMES);
        return (long) (latest[1][at] * 0x10000) << 16 | (long) (latest[0][at] * 0x10000);
    }

    private int room() {
        return (int) (BUFFER_FRAMES - (writtenFrames - (long) exactPlayed));
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    @Override
    public String device() {
        return "virtual";
    }

    @Override
    public boolean isSilent() {
        return true;
    }

    @Override
    public int bufferFrames() {
        return BUFFER_FRAMES;
    }

    @Override
    public synchronized void start() {
        running = true;
        begun = true;
        notifyAll();
    }

    @Override
    public synchronized void pause() {
        running = false;
    }

    @Override
    public synchronized int write(float[][] channels, int offset, int count) {
        int done = 0;
        while (done < count && !over) {
            int taken = Math.min(count - done, room());
            for (int c = 0; c < latest.length; c++) {
                for (int i = 0; i < taken; i++) {
                    latest[c][(int) ((writtenFrames + i) % BUFFER_FRAMES)] = channels[c][offset + done + i];
                }
            }
            writtenFrames += taken;
            done += taken;
            if (done < count) {
                writerWaits = true;
                notifyAll();
                await();
                writerWaits = false;
            }
        }
        return done;
    }

    @Override
    public synchronized long framesPlayed() {
        return (long) exactPlayed / stepFrames * stepFrames;
    }

    @Override
    public synchronized void flush() {
        writtenFrames = (long) exactPlayed;
    }

    @Override
    public synchronized void drain() {
        exactPlayed = writtenFrames;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
