package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * Exchanges some items of a track for others and heals the seams: neighbouring gaps become one, a gap at the end goes, and so
 * does every transition that no longer sits between two clips or reaches further into one than it is long.
 * <p>
 * Without state, safe for every thread. Expects items to which the invariants apply and returns such items, in O(log n).
 */
public final class TrackSurgery {

    private TrackSurgery() {
    }

    /** Exchanges the items from one index to just before another. */
    public static TrackItems splice(TrackItems items, int from, int to, List<? extends Item> replacement) {
        int first = Math.max(0, from - 1);
        int last = Math.min(items.size(), to + 1);
        // A transition is judged together with both its clips.
        if (first > 0 && items.get(first) instanceof Transition) {
            first--;
        }
        if (last < items.size() && items.get(last - 1) instanceof Transition) {
            last++;
        }
        List<Item> patch = new ArrayList<>(items.subList(first, from).toList());
        patch.addAll(replacement);
        patch.addAll(items.subList(to, last).toList());
        List<Item> healed = withGapsJoined(withTransitionsThatFit(patch));
        if (last == items.size() && !healed.isEmpty() && healed.getLast() instanceof Gap) {
            healed.removeLast();
        }
        return items.splice(first, last, healed);
    }

    /** Returns a gap, or nothing if it would be empty. */
    public static List<Item> gap(long durationFrames) {
        return durationFrames == 0 ? List.of() : List.of(new Gap(durationFrames));
    }

    private static List<Item> withTransitionsThatFit(List<Item> items) {
        List<Item> kept = new ArrayList<>();
        long takenFrames = 0;
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            if (!(item instanceof Transition transition)) {
                if (kept.isEmpty() || !(kept.getLast() instanceof Transition)) {
                    takenFrames = 0;
                }
                kept.add(item);
            } else if (!kept.isEmpty() && kept.getLast() instanceof Clip left && index + 1 < items.size()
                    && items.get(index + 1) instanceof Clip right
                    && transition.inOffsetFrames() <= left.durationFrames() - takenFrames
                    && transition.outOffsetFrames() <= right.durationFrames()) {
                takenFrames = transition.outOffsetFrames();
                kept.add(transition);
            }
        }
        return kept;
    }

    private static List<Item> withGapsJoined(List<Item> items) {
        List<Item> joined = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Gap gap && !joined.isEmpty() && joined.getLast() instanceof Gap previous) {
                joined.removeLast();
                joined.add(new Gap(previous.durationFrames() + gap.durationFrames()));
            } else {
                joined.add(item);
            }
        }
        return joined;
    }
}
