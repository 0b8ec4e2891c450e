package org.reelbench.capture.internal.pipeline;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.internal.adapt.Adaptation;
import org.reelbench.capture.internal.adapt.FrameGrid;
import org.reelbench.media.MemoryFrame;

/** Takes pictures off a device as they come, into frames that are free; one thread. */
final class PictureTaker {

    private final PictureStream stream;
    private final FrameQueue frames;
    private final Adaptation adaptation;
    private final FrameGrid grid;
    private final RecordingClock clock;
    private final Pace pace;
    private final Tally tally;
    private final LongSupplier nowNs;
    private final BooleanSupplier stopped;

    PictureTaker(PictureStream stream, FrameQueue frames, Adaptation adaptation, RecordingClock clock, Pace pace, Tally tally,
            LongSupplier nowNs, BooleanSupplier stopped) {
        this.stream = stream;
        this.frames = frames;
        this.adaptation = adaptation;
        this.grid = new FrameGrid(stream.format().rate().framesPerSecond().toDouble());
        this.clock = clock;
        this.pace = pace;
        this.tally = tally;
        this.nowNs = nowNs;
        this.stopped = stopped;
    }

    /** Runs until the stream ends or is stopped. */
    void run() throws CaptureException {
        OwnWork work = new OwnWork(tally.ownCpuNs);
        try {
            while (!stopped.getAsBoolean() && one(work)) {
                // one picture after the other
            }
        } finally {
            work.ours();
            pace.picturesOver();
            frames.end();
        }
    }

    private boolean one(OwnWork work) throws CaptureException {
        long next = grid.next();
        boolean kept = adaptation.keeps(next);
        MemoryFrame frame = kept ? frame() : null;
        long slot = FrameGrid.NONE;
        boolean read = false;
        try {
            work.ours();
            long timeNs = stream.read(frame);
            work.theirs();
            if (timeNs == CaptureStream.NOTHING) {
                return false;
            }
            tally.framesIn.incrementAndGet();
            long pictureNs = clock.pictureNs(timeNs);
            slot = grid.slot(pictureNs);
            tally.framesMissed.addAndGet(Math.max(0, slot - next));
            read = true;
            if (!stream.isLive()) {
                pace.pictures(pictureNs, stopped);
            }
        } finally {
            if (frame != null && (!read || slot == FrameGrid.NONE)) {
                frames.giveBack(frame);
                frame = null;
            }
        }
        if (frame != null) {
            frames.put(frame, slot);
            adaptation.taken();
        } else if (kept && slot != FrameGrid.NONE) {
            tally.framesDropped.incrementAndGet();
            adaptation.dropped(nowNs.getAsLong());
        }
        return true;
    }

    private @Nullable MemoryFrame frame() {
        if (!stream.isLive()) {
            return frames.take(stopped);
        }
        return adaptation.hasTime() ? frames.poll() : null;
    }
}
