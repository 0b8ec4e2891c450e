package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.timeline.Item;

/**
 * Puts rows of items together and gives them their labels: numbers that rise from item to item and by which an index refers to
 * them. There is room between most labels; where it runs out, the items around are labelled anew, the more of them the denser
 * they are (Bender, Cole, Demaine, Farach-Colton and Zito, "Two Simplified Algorithms for Maintaining Order in a List", 2002),
 * so that an item added costs O(log n) labels on average over the edits of a track.
 * <p>
 * Without state, safe for every thread.
 */
final class Labels {

    /** The room after each item where nothing hinders. */
    private static final long STEP = 1L << 32;
    /** All labels lie between its negative and itself, so that their differences are no greater than a long. */
    private static final long LIMIT = 1L << 61;
    /** So many steps are within the limit. */
    private static final long MOST_STEPS = LIMIT / STEP / 2;

    private Labels() {
    }

    /** Puts items between two trees of which the left one has the lower labels. */
    static ItemTree between(ItemTree left, List<Item> items, ItemTree right) {
        ItemTree before = left;
        ItemTree after = right;
        List<Item> row = items;
        for (int around = Math.max(1, items.size());; around *= 2) {
            long stepsNeeded = row.size() + 1L;
            long below = below(before, after, stepsNeeded);
            long above = above(below, after, stepsNeeded);
            long step = (above - below) / stepsNeeded;
            boolean roomEnough = step >= (row == items ? 1 : row.size());
            if (roomEnough || before.size() == 0 && after.size() == 0) {
                return ItemTree.joined(before, ItemTree.row(row, below + step, step), after);
            }
            int fromBefore = Math.min(around, before.size());
            int fromAfter = Math.min(around, after.size());
            List<Item> wider = new ArrayList<>(before.tail(before.size() - fromBefore).toList());
            wider.addAll(row);
            wider.addAll(after.head(fromAfter).toList());
            row = wider;
            before = before.head(before.size() - fromBefore);
            after = after.tail(fromAfter);
        }
    }

    /** Puts two trees one behind the other; items are labelled anew as far as the labels of the trees overlap. */
    static ItemTree concat(ItemTree left, ItemTree right) {
        if (left.size() == 0) {
            return right;
        }
        if (right.size() == 0) {
            return left;
        }
        int lower = left.countBelow(right.firstLabel());
        if (lower == left.size()) {
            return ItemTree.joined(left, right);
        }
        int overlapping = right.countBelow(left.lastLabel() + 1);
        if (left.size() - lower <= overlapping) {
            return between(left.head(lower), left.tail(lower).toList(), right);
        }
        return between(left, right.head(overlapping).toList(), right.tail(overlapping));
    }

    private static long below(ItemTree before, ItemTree after, long stepsNeeded) {
        if (before.size() > 0) {
            return before.lastLabel();
        }
        long room = Math.min(stepsNeeded, MOST_STEPS) * STEP;
        return after.size() == 0 ? -room / 2 : Math.max(-LIMIT, after.firstLabel() - room);
    }

    private static long above(long below, ItemTree after, long stepsNeeded) {
        return after.size() > 0 ? after.firstLabel() : Math.min(LIMIT, below + Math.min(stepsNeeded, MOST_STEPS) * STEP);
    }
}
