package org.reelbench.ui.viewer.internal.source;

import java.util.Optional;

import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

/**
 * What is put where, by the points that are marked in a medium and in the sequence. Three say it all; what is not marked is the
 * medium's start or end, or the playhead.
 *
 * @param sourceIn where in the medium it begins
 * @param startFrame the frame of the sequence at which it begins
 * @param durationFrames how many frames of the sequence it fills, above 0
 */
public record ThreePoints(RationalTime sourceIn, long startFrame, long durationFrames) {

    /**
     * Decides it. The range of the sequence, where it ends before the sequence does, says how long; a medium of which the end alone is
     * marked then ends with it. Else the medium's own range says how long. More than there is of the medium is not put.
     *
     * @param source the medium's sequence
     * @param marks what is marked of it
     * @param target the sequence it goes to
     * @param playheadFrame where it goes if nothing is marked there
     * @return the points
     */
    public static ThreePoints of(Sequence source, SourceMarks marks, Sequence target, long playheadFrame) {
        FrameRate from = source.rate();
        FrameRate to = target.rate();
        RationalTime in = from.timeOf(marks.in().orElse(0));
        RationalTime out = from.timeOf(marks.out().orElse(source.durationFrames()));
        Optional<FrameRange> range = Optional.ofNullable(target.inOut());
        long start = range.map(FrameRange::inFrame).orElse(playheadFrame);
        Optional<FrameRange> bounded = range.filter(marked -> marked.outFrame() < target.durationFrames());
        if (bounded.isEmpty()) {
            return new ThreePoints(in, start, frames(to, out.minus(in), marks.out().isPresent()));
        }
        long wanted = bounded.get().durationFrames();
        if (marks.in().isEmpty() && marks.out().isPresent()) {
            RationalTime begin = out.minus(to.timeOf(wanted));
            if (begin.signum() >= 0) {
                return new ThreePoints(begin, start, wanted);
            }
            long there = frames(to, out, true);
            return new ThreePoints(RationalTime.ZERO, bounded.get().outFrame() - there, there);
        }
        return new ThreePoints(in, start, Math.min(wanted, frames(to, out.minus(in), marks.out().isPresent())));
    }

    /** Up to a mark the nearest frames; up to the medium's end every one that shows something of it. */
    private static long frames(FrameRate rate, RationalTime duration, boolean isMarked) {
        return Math.max(1, isMarked ? rate.nearestFrame(duration) : rate.frameAtOrAfter(duration));
    }
}
