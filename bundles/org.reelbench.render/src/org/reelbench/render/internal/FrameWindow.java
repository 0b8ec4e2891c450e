package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.media.Cancellation;
import org.reelbench.media.ComposerInput.Neighbour;
import org.reelbench.media.EffectReach;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Frames of a source together with those around them. The frames of the window before are kept, so that going on costs one new
 * frame. One thread at a time.
 */
final class FrameWindow implements AutoCloseable {

    private final EffectReach reach;
    private final RationalTime step;
    private Map<RationalTime, VideoFrame> known = new HashMap<>();

    /**
     * Creates a window.
     *
     * @param reach how far it reaches
     * @param step how far apart frames of the sequence are in the source; negative where it plays backwards
     */
    FrameWindow(EffectReach reach, RationalTime step) {
        this.reach = reach;
        this.step = step;
    }

    /** Reads one frame of the source. */
    @FunctionalInterface
    interface Reading {
        VideoFrame at(RationalTime time, Cancellation cancellation) throws MediaException;
    }

    /** Returns a frame with those around it, to be closed by the caller. */
    VideoFrame at(RationalTime time, Reading source, Cancellation cancellation) throws MediaException {
        Map<RationalTime, VideoFrame> now = new HashMap<>();
        List<RationalTime> times = new ArrayList<>();
        try {
            for (long n = -reach.behind(); n <= reach.ahead(); n++) {
                RationalTime near = time.plus(step.times(Rational.of(n)));
                times.add(near);
                if (!now.containsKey(near)) {
                    VideoFrame kept = known.remove(near);
                    now.put(near, kept == null ? source.at(near, cancellation) : kept);
                }
            }
        } finally {
            close();
            known = now;
        }
        List<Neighbour> around = times.stream().map(near -> new Neighbour(frame(now, near).retain(), near)).toList();
        return new FramesAround(frame(now, time).retain(), around);
    }

    private static VideoFrame frame(Map<RationalTime, VideoFrame> frames, RationalTime time) {
        VideoFrame frame = frames.get(time);
        if (frame == null) {
            throw new IllegalStateException("the window lacks the frame at " + time);
        }
        return frame;
    }

    @Override
    public void close() {
        known.values().forEach(VideoFrame::close);
        known.clear();
    }
}
