package org.reelbench.media.ffmpeg.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * A plug-in's code for pictures, called through the guard. A call holds leases of its own on the frames it works with: if it never
 * returns, their memory stays where it is for as long as it runs. One thread at a time.
 */
final class GuardedFrames implements FrameProcessor {

    private static final long MOST_MS = 1_000;

    private final FrameProcessor processor;
    private final GuardedEffect effect;
    private final ReentrantLock busy = new ReentrantLock();
    private boolean closed;

    GuardedFrames(FrameProcessor processor, GuardedEffect effect) {
        this.processor = processor;
        this.effect = effect;
    }

    @Override
    public Set<PixelFormat> formats() {
        return effect.quietly("formats", () -> Set.copyOf(processor.formats()));
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) throws MediaException {
        work(List.of(frame), leases -> processor.process(leases.getFirst(), sourceTime));
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime, List<VideoFrame> around) throws MediaException {
        List<VideoFrame> all = new ArrayList<>(around);
        all.addFirst(frame);
        work(all, leases -> processor.process(leases.getFirst(), sourceTime, leases.subList(1, leases.size())));
    }

    @Override
    public boolean adjust(SortedMap<String, Object> parameters) throws MediaException {
        busy.lock();
        try {
            return effect.call("adjust", () -> processor.adjust(parameters));
        } finally {
            busy.unlock();
        }
    }

    @Override
    public void close() {
        busy.lock();
        try {
            if (!closed) {
                closed = true;
                effect.open().closed(this);
                effect.close(processor::close);
            }
        } finally {
            busy.unlock();
        }
    }

    /** The plug-in goes: closes this early, unless it does not come to the end of a picture. */
    void leave() throws InterruptedException {
        if (busy.tryLock(MOST_MS, TimeUnit.MILLISECONDS)) {
            try {
                close();
            } finally {
                busy.unlock();
            }
        }
    }

    private void work(List<VideoFrame> frames, Work work) throws MediaException {
        busy.lock();
        try {
            if (closed) {
                throw new MediaException(MediaException.Reason.EFFECT, "",
                        "the plug-in " + effect.owner().id() + " has gone; install it again, or remove its effect from the clip");
            }
            workOpen(frames, work);
        } finally {
            busy.unlock();
        }
    }

    private void workOpen(List<VideoFrame> frames, Work work) throws MediaException {
        Leases leases = new Leases(frames, effect);
        try {
            effect.call("process", () -> {
                leases.begin();
                try {
                    work.on(leases.frames());
                } finally {
                    leases.close();
                }
                return Boolean.TRUE;
            });
        } finally {
            leases.closeUnlessBegun();
        }
    }

    /** What a plug-in does to frames. */
    @FunctionalInterface
    private interface Work {
        void on(List<VideoFrame> leases) throws MediaException;
    }

    /** Leases that belong to a call once it has begun, and to its caller if it never does. */
    private static final class Leases {

        private final List<VideoFrame> frames;
        private boolean begun;
        private boolean refused;

        Leases(List<VideoFrame> frames, GuardedEffect effect) {
            this.frames = frames.stream().map(effect::lease).toList();
        }

        List<VideoFrame> frames() {
            return frames;
        }

        synchronized void begin() {
            if (refused) {
                throw new IllegalStateException("nobody waits for this any more");
            }
            begun = true;
        }

        void close() {
            frames.forEach(VideoFrame::close);
        }

        synchronized void closeUnlessBegun() {
            if (!begun && !refused) {
                refused = true;
                close();
            }
        }
    }
}
