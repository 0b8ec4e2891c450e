package org.reelbench.capture.ffmpeg.internal.screen;

import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.ffmpeg.internal.device.Gate;
import org.reelbench.capture.ffmpeg.internal.x11.X11Display;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;

/** A screen that is looked at as often as the format says, at even distances; what was missed is not made up for. */
final class ScreenStream implements PictureStream {

    private static final long SECOND_NS = 1_000_000_000L;

    private final CaptureFormat.Picture format;
    private final X11Display display;
    private final ScreenGrabber grabber;
    private final long intervalNs;
    private final Gate gate = new Gate();
    /** Held while something native is used, so that nobody closes it under a reader. */
    private final ReentrantLock use = new ReentrantLock();
    private volatile boolean failed;
    private boolean closed;
    private long nextNs;

    ScreenStream(CaptureFormat.Picture format, X11Display display, ScreenGrabber grabber) {
        this.format = format;
        this.display = display;
        this.grabber = grabber;
        this.intervalNs = Rational.of(SECOND_NS).dividedBy(format.rate().framesPerSecond()).floor();
    }

    @Override
    public CaptureFormat.Picture format() {
        return format;
    }

    @Override
    public PictureFormat pictures() {
        return grabber.pictures();
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public boolean isHealthy() {
        return !failed;
    }

    @Override
    public void start() throws CaptureException {
        use.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
            Session.requireAwake(display);
            nextNs = System.nanoTime();
            gate.open();
        } finally {
            use.unlock();
        }
    }

    @Override
    public long read(@Nullable VideoFrame into) throws CaptureException {
        use.lock();
        try {
            if (closed || !gate.waitUntil(nextNs)) {
                return NOTHING;
            }
            long takenNs = System.nanoTime();
            nextNs += Math.max(1, Math.ceilDiv(takenNs - nextNs - intervalNs / 2, intervalNs)) * intervalNs;
            if (into != null) {
                grabber.grab(into);
            }
            return takenNs;
        } catch (CaptureException e) {
            failed = true;
            throw e;
        } finally {
            use.unlock();
        }
    }

    @Override
    public void stop() {
        gate.shut();
    }

    @Override
    public void close() {
        gate.shut();
        use.lock();
        try {
            if (!closed) {
                closed = true;
                grabber.close();
                display.close();
            }
        } finally {
            use.unlock();
        }
    }
}
