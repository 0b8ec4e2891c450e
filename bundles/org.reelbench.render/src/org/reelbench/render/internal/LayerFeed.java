package org.reelbench.render.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

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
 * The renderer takes frames in order; at most {@link #DEPTH} wait, fewer of large pictures or when memory runs short: at least the
 * one that is wanted now. At any moment at most one task of a feed is queued or runs, which alone touches the frame source.
 */
final class LayerFeed implements AutoCloseable {

    /** Deep enough to hide one slow frame. */
    static final int DEPTH = 4;

    /** So many frames are decoded about as quickly as a sync sample is sought and decoded. */
    static final int NEAR_FRAMES = 6;

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
    private final ReadAhead.Share readAhead;
    private final boolean patient;
    /** Asks to stop what is decoded for a place that nobody wants any more. Nothing begins while it is cancelled. */
    private Cancellation decoding;
    private final Deque<VideoFrame> ready = new ArrayDeque<>();
    private @Nullable FrameSource frames;
    private @Nullable Throwable failure;
    private long nextToTake;
    private long nextToDecode;
    /** The frame that is wanted now, which is decoded even if none may wait. */
    private long wanted;
    private long endFrame;
    private int generation;
    /** Whether any picture of the source does that is quick to have and lies near the wanted one. */
    private boolean nearest;
    private boolean working;
    private boolean closed;

    /**
     * Creates a feed.
     *
     * @param readAhead counts the frames that wait; closed with the feed
     * @param patient whether it waits until somebody takes a frame, who can cancel it: a single one may take long
     */
    LayerFeed(Source source, FrameRate rate, Opener opener, Executor decoders, ReadAhead.Share readAhead, boolean patient,
            long startFrame, long endFrame) {
        this.source = source;
        this.rate = rate;
        this.opener = opener;
        this.decoders = decoders;
        this.readAhead = readAhead;
        this.patient = patient;
        this.decoding = untilRestart();
        this.nextToTake = startFrame;
        this.nextToDecode = startFrame;
        this.wanted = startFrame;
        this.endFrame = endFrame;
    }

    private Cancellation untilRestart() {
        Cancellation next = new Cancellation(closing);
        if (patient) {
            next.cancel();
        }
        return next;
    }

    /** Says that the next frame is wanted now, and lets the feed decode up to a later one: the layer goes on. */
    synchronized void extendTo(long frame) {
        if (nearest) {
            // What is ready is not what the frame looks like.
            restartAt(nextToTake, frame, false);
            return;
        }
        endFrame = Math.max(endFrame, frame);
        wanted = nextToTake;
        work();
    }

    /** The frame that {@link #take} delivers next. */
    synchronized long position() {
        return nextToTake;
    }

    /** Tells whether a frame takes no more than decoding a few ahead of the last one. */
    synchronized boolean isNear(long frame) {
        return !nearest && failure == null && frame >= nextToTake && frame - nextToDecode < NEAR_FRAMES;
    }

    /** Jumps: what was decoded for the old place is thrown away, a failure there too; the decoder is kept. */
    synchronized void restartAt(long startFrame, long end) {
        if (!nearest && startFrame > nextToTake && startFrame < nextToDecode) {
            // It is there already: what decodes, or remembers, need not go back.
            for (; nextToTake < startFrame; nextToTake++) {
                VideoFrame passed = ready.removeFirst();
                readAhead.remove(passed);
                passed.close();
            }
            extendTo(end);
            return;
        }
        restartAt(startFrame, end, false);
    }

    /** Jumps and delivers in place of the frame the sync sample before it. */
    synchronized void restartNear(long frame) {
        restartAt(frame, frame + 1, true);
    }

    /** Called with the lock held. */
    private void restartAt(long startFrame, long end, boolean anyNear) {
        generation++;
        decoding.cancel();
        decoding = untilRestart();
        nearest = anyNear;
        closeReady();
        failure = null;
        nextToTake = startFrame;
        nextToDecode = startFrame;
        wanted = startFrame;
        endFrame = end;
        work();
    }

    /** Takes the next frame, waiting for it if need be; the caller closes it. */
    synchronized VideoFrame take(Cancellation cancellation) throws MediaException {
        if (decoding.isCancelled() || patient && !working) {
            decoding = patient ? new Cancellation(cancellation) : new Cancellation(closing);
        }
        wanted = nextToTake;
        work();
        while (ready.isEmpty()) {
            throwFailure();
            if (cancellation.isCancelled()) {
                decoding.cancel();
                throw new CancelledException();
            }
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
        readAhead.remove(frame);
        work();
        return frame;
    }

    private void throwFailure() throws MediaException {
        Throwable thrown = failure;
        switch (thrown) {
        case null -> {
            // all is well so far
        }
        case MediaException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException("decoding failed", thrown);
        }
    }

    /** Called with the lock held. */
    private void work() {
        if (working || closed || failure != null || decoding.isCancelled() || nextToDecode >= endFrame
                || nextToDecode > wanted && ready.size() >= readAhead.frames()) {
            return;
        }
        working = true;
        try {
            decoders.execute(this::decodeNext);
        } catch (RejectedExecutionException e) {
            // The service has stopped, and with it all that is under way; who takes a frame that is not decoded yet hears of it.
            working = false;
            failure = new CancelledException();
        }
    }

    private void decodeNext() {
        long number;
        int forGeneration;
        boolean anyNear;
        Cancellation restarted;
        synchronized (this) {
            if (closed) {
                working = false;
                release();
                return;
            }
            number = nextToDecode;
            forGeneration = generation;
            anyNear = nearest;
            restarted = decoding;
        }
        VideoFrame frame = null;
        Throwable failed = null;
        try {
            FrameSource from = frames;
            if (from == null) {
                from = opener.open(closing);
                frames = from;
            }
            frame = anyNear
                    ? from.nearestTo(source.timeAt(number, rate), restarted)
                    : from.frameAt(number, near -> source.timeAt(near, rate), restarted);
        } catch (MediaException | RuntimeException | Error e) {
            // An error too is thrown where the frame is missed: on this thread nobody would hear of it, and the taker would wait.
            failed = e;
        }
        synchronized (this) {
            working = false;
            if (forGeneration == generation && !closed) {
                // Who left goes on when somebody takes the frame again.
                failure = failed instanceof CancelledException && restarted.isCancelled() ? null : failed;
                if (frame != null) {
                    readAhead.add(frame);
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
            decoding.cancel();
            closeReady();
            readAhead.close();
            if (!working) {
                release();
            }
        }
    }

    private void closeReady() {
        ready.forEach(readAhead::remove);
        ready.forEach(VideoFrame::close);
        ready.clear();
    }

    private void release() {
        FrameSource open = frames;
        if (open != null) {
            open.close();
            frames = null;
        }
    }
}
