package org.reelbench.ui.tracks.internal.model;

import java.util.Comparator;
import java.util.List;

import org.reelbench.project.decoration.Decoration;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack.Mark;

/** Decorations in the order of their starts, so that those of a stretch are found by halving. Immutable. */
final class SortedMarks {

    private final List<Decoration> sorted;
    /** The greatest end of those up to each: below it, none of them reaches. */
    private final long[] reach;

    SortedMarks(List<Decoration> decorations) {
        sorted = decorations.stream().sorted(Comparator.comparingLong(each -> each.range().inFrame())).toList();
        reach = new long[sorted.size()];
        long greatest = 0;
        for (int i = 0; i < reach.length; i++) {
            greatest = Math.max(greatest, sorted.get(i).range().outFrame());
            reach[i] = greatest;
        }
    }

    /**
     * Adds those that touch a stretch, counted from an origin; short ones that would begin in the pixel of another are left
     * out.
     */
    void addTo(List<Mark> seen, long originFrame, long fromFrame, long toFrame, long framesPerPixel) {
        long free = Long.MIN_VALUE;
        long lastEnd = Long.MIN_VALUE;
        for (int i = first(fromFrame - originFrame); i < sorted.size(); i++) {
            Decoration each = sorted.get(i);
            long start = originFrame + each.range().inFrame();
            long end = Math.min(originFrame + each.range().outFrame(), toFrame);
            if (start >= toFrame) {
                return;
            }
            long begin = Math.max(start, fromFrame);
            // One that begins in the same pixel as another, and does not reach beyond it, cannot be told from it.
            if (end > begin && (begin >= free || end >= lastEnd + framesPerPixel)) {
                seen.add(new Mark(each, start, end));
                free = begin + framesPerPixel;
                lastEnd = Math.max(lastEnd, end);
            }
        }
    }

    /** The first that reaches beyond a frame, or one before it. */
    private int first(long frame) {
        int low = 0;
        int high = reach.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reach[middle] > frame) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
