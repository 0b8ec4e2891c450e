package org.reelbench.render.internal;

import java.util.List;
import java.util.Map.Entry;
import java.util.TreeMap;

import org.reelbench.timeline.FrameRange;

/** The frames that some ranges leave free. One thread at a time. */
public final class RangesLeft {

    /** Takes ranges of frames. */
    @FunctionalInterface
    public interface Taker {

        /** Takes a range up to the frame before {@code endFrame}. */
        void take(long startFrame, long endFrame);
    }

    /** Ends of the taken ranges by their starts; joined, so that none overlap. */
    private final TreeMap<Long, Long> taken = new TreeMap<>();

    public RangesLeft(List<FrameRange> ranges) {
        for (FrameRange range : ranges) {
            long start = range.inFrame();
            long end = range.outFrame();
            Entry<Long, Long> before = taken.floorEntry(end);
            while (before != null && before.getValue() >= start) {
                start = Math.min(start, before.getKey());
                end = Math.max(end, before.getValue());
                taken.remove(before.getKey());
                before = taken.floorEntry(end);
            }
            taken.put(start, end);
        }
    }

    /** Tells whether no frame of a range is taken. */
    public boolean isFree(long startFrame, long endFrame) {
        Entry<Long, Long> last = taken.lowerEntry(endFrame);
        return last == null || last.getValue() <= startFrame;
    }

    /** Finds the parts of a range that are free, in order. */
    public void freeParts(long startFrame, long endFrame, Taker taker) {
        long from = startFrame;
        Entry<Long, Long> first = taken.floorEntry(startFrame);
        if (first != null) {
            from = Math.max(from, first.getValue());
        }
        for (Entry<Long, Long> range : taken.subMap(startFrame, false, endFrame, false).entrySet()) {
            if (range.getKey() > from) {
                taker.take(from, range.getKey());
            }
            from = Math.max(from, range.getValue());
        }
        if (from < endFrame) {
            taker.take(from, endFrame);
        }
    }
}
