package org.reelbench.project.internal.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * A stretch of a row of items that another takes the place of.
 *
 * @param at the index at which it begins, once the splices before it are made
 * @param removed the items that go
 * @param added the items that come
 */
record ItemSplice(int at, TrackItems removed, TrackItems added) {

    /** What is cheaper to write than to compare. */
    private static final int SMALL = 16;

    /**
     * Returns the splices that make one row of another, in order. Costs what differs, and O(log² n) to find it; where items
     * moved far, the items between.
     */
    static List<ItemSplice> between(TrackItems before, TrackItems after) {
        if (before.equals(after)) {
            return List.of();
        }
        int same = sameAtStart(before, after);
        int sameAtEnd = sameAtEnd(before, after, same);
        int beforeEnd = before.size() - sameAtEnd;
        int afterEnd = after.size() - sameAtEnd;
        List<ItemSplice> splices = new ArrayList<>();
        if (beforeEnd - same <= SMALL || afterEnd - same <= SMALL) {
            add(splices, before, same, beforeEnd, after, same, afterEnd);
            return splices;
        }
        int fromBefore = same;
        int fromAfter = same;
        for (int[] anchor : anchors(before, same, beforeEnd, after, same, afterEnd)) {
            add(splices, before, fromBefore, anchor[0], after, fromAfter, anchor[1]);
            fromBefore = anchor[0] + 1;
            fromAfter = anchor[1] + 1;
        }
        add(splices, before, fromBefore, beforeEnd, after, fromAfter, afterEnd);
        return splices;
    }

    private static void add(List<ItemSplice> splices, TrackItems before, int beforeFrom, int beforeTo, TrackItems after,
            int afterFrom, int afterTo) {
        TrackItems removed = before.subList(beforeFrom, beforeTo);
        TrackItems added = after.subList(afterFrom, afterTo);
        if (!removed.equals(added)) {
            splices.add(new ItemSplice(afterFrom, removed, added));
        }
    }

    private static int sameAtStart(TrackItems before, TrackItems after) {
        int same = 0;
        int different = Math.min(before.size(), after.size()) + 1;
        while (different - same > 1) {
            int middle = (same + different) >>> 1;
            if (before.subList(same, middle).equals(after.subList(same, middle))) {
                same = middle;
            } else {
                different = middle;
            }
        }
        return same;
    }

    private static int sameAtEnd(TrackItems before, TrackItems after, int sameAtStart) {
        int same = 0;
        int different = Math.min(before.size(), after.size()) - sameAtStart + 1;
        while (different - same > 1) {
            int middle = (same + different) >>> 1;
            if (before.subList(before.size() - middle, before.size() - same)
                    .equals(after.subList(after.size() - middle, after.size() - same))) {
                same = middle;
            } else {
                different = middle;
            }
        }
        return same;
    }

    /** Returns the largest set of equal items with ids that stand in the same order in both rows: index before, index after. */
    private static List<int[]> anchors(TrackItems before, int beforeFrom, int beforeTo, TrackItems after, int afterFrom,
            int afterTo) {
        Map<Id, Integer> places = new HashMap<>();
        int index = afterFrom;
        for (Item item : after.subList(afterFrom, afterTo)) {
            Id id = idOf(item);
            if (id != null) {
                places.put(id, index);
            }
            index++;
        }
        List<int[]> pairs = new ArrayList<>();
        index = beforeFrom;
        for (Item item : before.subList(beforeFrom, beforeTo)) {
            Integer place = places.get(idOf(item));
            if (place != null && item.equals(after.get(place))) {
                pairs.add(new int[] { index, place });
            }
            index++;
        }
        return longestRising(pairs);
    }

    /** Patience sorting: piles hold the smallest end of a rising run of each length. */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] piles = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(piles[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : piles[low - 1];
            piles[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] rising = new int[length][];
        for (int i = length == 0 ? -1 : piles[length - 1], rank = length - 1; i >= 0; i = previous[i], rank--) {
            rising[rank] = pairs.get(i);
        }
        return Arrays.asList(rising);
    }

    static @Nullable Id idOf(Item item) {
        return switch (item) {
        case Clip clip -> clip.id();
        case Transition transition -> transition.id();
        case Gap _ -> null;
        };
    }
}
