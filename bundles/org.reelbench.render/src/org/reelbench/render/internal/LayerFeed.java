package org.reelbench.render.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.Source;
import org.reelbench.time.FrameRate;

/**
 * Decodes the frames of one source ahead of the renderer, one task a frame, so that the layers of a picture share the decoding
 * threads evenly.
 * <p>
 * The renderer takes frames in order; at most {@link #DEPTH} wait. At any moment at most one task of a feed runs, which alone
 * touches the frame source.
 */
final class LayerFeed implements AutoCloseable {

    /** Deep enough to hide one slow frame, shallow enough that 4K frames (12 MB each) stay few. */
    private static final int DEPTH = 4;

    /** Opens the source on the decoding thread that needs it first. */
    @FunctionalInterface
    interface Opener {
        FrameSource open(Cancellation cancellation) throws MediaException;
    }

    private final Source source;
    private final FrameRate rate;
    private final Opener opener;
    private final Executor decoders;
    private final Cancellation closing = new Cancellation();
    private final Deque<VideoFrame> ready = new ArrayDeque<>();
    private @Nullable FrameSource frames;
    private @Nullable MediaException failure;
    private @Nullable RuntimeException defect;
    private long nextToTake;
    private long nextToDecode;
    private long endFrame;
    private int generation;
    private boolean working;
    private boolean closed;

    LayerFeed(Source source, FrameRate rate, Opener opener, Executor decoders, long startFrame, long endFrame) {
        this.source = source;
        this.rate = rate;
        this.opener = opener;
        this.decoders = decoders;
        this.nextToTake = startFrame;
        this.nextToDecode = startFrame;
        this.endFrame = endFrame;
    }

    /** Lets the feed decode up to a later frame: the layer goes on in the next span. */
    synchronized void extendTo(long frame) {
        endFrame = Math.max(endFrame, frame);
        work();
    }

    /** The frame that {@link #take} delivers next. */
    synchronized long position() {
        return nextToTake;
    }

    /** Jumps: what was decoded for the old place is thrown away, the decoder is kept. */
    synchronized void restartAt(long startFrame, long end) {
        generation++;
        ready.forEach(VideoFrame::close);
        ready.clear();
        nextToTake = startFrame;
        nextToDecode = startFrame;
        endFrame = end;
        work();
    }

    /** Takes the next frame, waiting for it if need be; the caller closes it. */
    synchronized VideoFrame take(Cancellation cancellation) throws MediaException {
        work();
        while (ready.isEmpty()) {
            throwFailure();
            cancellation.check();
            try {
                // The time limit only serves the cancellation, which does not notify.
                wait(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
        nextToTake++;
        VideoFrame frame = ready.removeFirst();
        work();
        return frame;
    }

    private void throwFailure() throws MediaException {
        MediaException failed = failure;
        if (failed != null) {
            throw failed;
        }
        RuntimeException broken = defect;
        if (broken != null) {
            throw broken;
        }
    }

    /** Called with the lock held. */
    private void work() {
        if (!working && !closed && failure == null && defect == null && ready.size() < DEPTH && nextToDecode < endFrame) {
            long frame = nextToDecode;
            int forGeneration = generation;
            decoders.execute(() -> decodeOne(frame, forGeneration));
            working = true;
        }
    }

    private void decodeOne(long number, int forGeneration) {
        VideoFrame frame = null;
        MediaException failed = null;
        RuntimeException broken = null;
        try {
            FrameSource from = frames;
            if (from == null) {
                from = opener.open(closing);
                frames = from;
            }
            frame = from.frameAt(source.timeAt(number, rate), closing);
        } catch (MediaException e) {
            failed = e;
        } catch (RuntimeException e) {
            broken = e;
        }
        synchronized (this) {
            working = false;
            if (forGeneration == generation) {
                failure = failed;
                defect = broken;
                if (frame != null) {
                    ready.addLast(frame);
                    nextToDecode++;
                }
            } else if (frame != null) {
                frame.close();
            }
            if (closed) {
                release();
            } else {
                work();
            }
            notifyAll();
        }
    }

    /** Stops decoding. If a task runs just now, that task gives the source back when it ends. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            closing.cancel();
            if (!working) {
                release();
            }
        }
    }

    private void release() {
        ready.forEach(VideoFrame::close);
        ready.clear();
        FrameSource open = frames;
        if (open != null) {
            open.close();
            frames = null;
        }
    }
}
