package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reelbench.timeline.FrameRange;

/**
 * Collects ranges of frames in any order and hands them out in order, overlapping and touching ones made one.
 * <p>
 * Confined to one thread.
 */
public final class RangeCollector {

    private final List<FrameRange> collected = new ArrayList<>();

    /** Adds a range; an empty one is left out, and what lies before the first frame is cut off. */
    public void add(long inFrame, long outFrame) {
        long from = Math.max(0, inFrame);
        if (outFrame > from) {
            collected.add(new FrameRange(from, outFrame));
        }
    }

    public void addAll(List<FrameRange> ranges) {
        collected.addAll(ranges);
    }

    /** Returns what was collected. Costs O(n log n). */
    public List<FrameRange> ranges() {
        List<FrameRange> sorted = new ArrayList<>(collected);
        sorted.sort(Comparator.comparingLong(FrameRange::inFrame));
        List<FrameRange> joined = new ArrayList<>();
        for (FrameRange range : sorted) {
            if (!joined.isEmpty() && joined.getLast().outFrame() >= range.inFrame()) {
                FrameRange last = joined.removeLast();
                joined.add(new FrameRange(last.inFrame(), Math.max(last.outFrame(), range.outFrame())));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }
}
