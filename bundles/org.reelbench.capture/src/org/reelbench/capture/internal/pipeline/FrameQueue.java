package org.reelbench.capture.internal.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * The raw pictures of one recording: a few frames that go round from device to encoder and back. For every thread.
 * <p>
 * Where none is free the device's next picture is left out; that is the only place where anything ever is.
 */
final class FrameQueue implements AutoCloseable {

    private static final int FRAMES = 5;
    private static final long LOOK_MS = 100;

    /** A picture that waits, with its slot. */
    record Picture(MemoryFrame frame, long slot) {
    }

    private final Deque<MemoryFrame> free = new ArrayDeque<>();
    private final Deque<Picture> waiting = new ArrayDeque<>();
    private final Object newestLock = new Object();
    private final long heldBytes;
    private @Nullable MemoryFrame newest;
    private boolean beingShown;
    private boolean ended;
    private boolean closed;

    FrameQueue(PictureFormat format) {
        long bytes = 0;
        for (int i = 0; i < FRAMES; i++) {
            MemoryFrame frame = MemoryFrame.allocate(format, RationalTime.ZERO);
            free.add(frame);
            for (int plane = 0; plane < format.pixelFormat().planes(); plane++) {
                bytes += frame.plane(plane).byteSize();
            }
        }
        heldBytes = bytes;
    }

    long heldBytes() {
        return heldBytes;
    }

    /** Returns a free frame, or null. */
    synchronized @Nullable MemoryFrame poll() {
        return free.poll();
    }

    /** Waits for a free frame; null if the recording is stopped meanwhile. */
    synchronized @Nullable MemoryFrame take(BooleanSupplier stopped) {
        while (free.isEmpty() && !stopped.getAsBoolean()) {
            Waiting.on(this, LOOK_MS);
        }
        return free.poll();
    }

    synchronized void giveBack(MemoryFrame frame) {
        free.add(frame);
        notifyAll();
    }

    synchronized void put(MemoryFrame frame, long slot) {
        waiting.add(new Picture(frame, slot));
        notifyAll();
    }

    /** No picture follows. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for the next picture; null once there are no more. */
    synchronized @Nullable Picture next() {
        while (waiting.isEmpty() && !ended) {
            Waiting.on(this, LOOK_MS);
        }
        return waiting.poll();
    }

    synchronized int waitingCount() {
        return waiting.size();
    }

    /** Takes a picture that has been encoded; it stays to be shown until the next one. Never waits for whoever looks. */
    void encoded(MemoryFrame frame) {
        MemoryFrame back = frame;
        synchronized (newestLock) {
            if (!beingShown && !closed) {
                back = newest;
                newest = frame;
            }
        }
        if (back != null) {
            giveBack(back);
        }
    }

    /** Shows the newest picture. */
    boolean show(Consumer<VideoFrame> viewer) {
        MemoryFrame shown;
        synchronized (newestLock) {
            shown = newest;
            if (shown == null || beingShown || closed) {
                return false;
            }
            beingShown = true;
        }
        try {
            viewer.accept(shown);
            return true;
        } finally {
            synchronized (newestLock) {
                beingShown = false;
                if (closed) {
                    shown.close();
                    newest = null;
                }
            }
        }
    }

    /** Frees the frames; one that is being shown is freed when it has been. */
    @Override
    public void close() {
        synchronized (this) {
            waiting.forEach(each -> each.frame().close());
            waiting.clear();
            free.forEach(MemoryFrame::close);
            free.clear();
        }
        synchronized (newestLock) {
            closed = true;
            MemoryFrame last = newest;
            if (last != null && !beingShown) {
                last.close();
                newest = null;
            }
        }
    }
}
