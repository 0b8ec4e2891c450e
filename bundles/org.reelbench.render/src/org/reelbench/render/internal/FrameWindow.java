package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import org.reelbench.media.Cancellation;
import org.reelbench.media.ComposerInput.Neighbour;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * Frames together with those around them, by the numbers they have in the sequence. The frames of the window before are kept, so
 * that going on costs one new frame. One thread at a time.
 */
final class FrameWindow implements AutoCloseable {

    private final EffectReach reach;
    private final LongFunction<RationalTime> times;
    private final long firstFrame;
    private Map<Long, VideoFrame> known = new HashMap<>();

    /**
     * Creates a window.
     *
     * @param reach how far it reaches; not without end
     * @param times the source time of each frame
     * @param firstFrame the first frame there is, which stands for those before it
     */
    FrameWindow(EffectReach reach, LongFunction<RationalTime> times, long firstFrame) {
        this.reach = reach;
        this.times = times;
        this.firstFrame = firstFrame;
    }

    /** Makes one frame. */
    @FunctionalInterface
    interface Frames {
        VideoFrame at(long frame, Cancellation cancellation) throws MediaException;
    }

    /** Returns a frame with those around it, to be closed by the caller. */
    FramesAround at(long frame, Frames source, Cancellation cancellation) throws MediaException {
        Map<Long, VideoFrame> now = new HashMap<>();
        List<Long> numbers = new ArrayList<>();
        try {
            for (long n = frame - reach.behind(); n <= frame + reach.ahead(); n++) {
                long near = Math.max(firstFrame, n);
                numbers.add(near);
                if (!now.containsKey(near)) {
                    VideoFrame kept = known.remove(near);
                    now.put(near, kept == null ? source.at(near, cancellation) : kept);
                }
            }
        } finally {
            close();
            known = now;
        }
        List<Neighbour> around = reach.isBeyondItself()
                ? numbers.stream().map(near -> new Neighbour(frame(now, near).retain(), times.apply(near))).toList()
                : List.of();
        return new FramesAround(frame(now, frame).retain(), around);
    }

    private static VideoFrame frame(Map<Long, VideoFrame> frames, long number) {
        VideoFrame frame = frames.get(number);
        if (frame == null) {
            throw new IllegalStateException("the window lacks frame " + number);
        }
        return frame;
    }

    @Override
    public void close() {
        known.values().forEach(VideoFrame::close);
        known.clear();
    }
}
