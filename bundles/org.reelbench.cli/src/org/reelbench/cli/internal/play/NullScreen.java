package org.reelbench.cli.internal.play;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;

/** A screen that nobody sees: it takes pictures, notes when the awaited one came, and gives them back. */
final class NullScreen implements Screen {

    private final int widthPx;
    private final int heightPx;
    private final Semaphore arrived = new Semaphore(0);
    private long awaitedFrame = -1;
    private long firstNanos;
    private long exactNanos;
    private String failure = "";

    NullScreen(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    /** Waits from now on for the pictures of a frame. */
    synchronized void expect(long frame) {
        arrived.drainPermits();
        awaitedFrame = frame;
        firstNanos = 0;
        exactNanos = 0;
    }

    /** Waits until the exact picture of the frame has come, or none can; false after the time is over. */
    boolean await(long milliseconds) throws InterruptedException {
        return arrived.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** When the first picture of the awaited frame came, by the system's clock; 0 if none did. */
    synchronized long firstNanos() {
        return firstNanos;
    }

    /** When the exact picture of the awaited frame came, likewise. */
    synchronized long exactNanos() {
        return exactNanos;
    }

    /** Why there was no picture, empty if nothing failed. */
    synchronized String failure() {
        return failure;
    }

    @Override
    public int widthPx() {
        return widthPx;
    }

    @Override
    public int heightPx() {
        return heightPx;
    }

    @Override
    public synchronized void show(ScreenPicture picture) {
        try (picture) {
            if (picture.frame() != awaitedFrame) {
                return;
            }
            long now = System.nanoTime();
            firstNanos = firstNanos == 0 ? now : firstNanos;
            if (!picture.isApproximate()) {
                exactNanos = now;
                arrived.release();
            }
        }
    }

    @Override
    public synchronized void fail(String message) {
        failure = message;
        arrived.release();
    }
}
