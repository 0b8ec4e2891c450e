package org.reelbench.timeline.internal;

import org.reelbench.timeline.Item;

/**
 * Finds the items that one of two trees has and the other lacks. Of an edit, those are the few it made or took away: what both
 * trees share is stepped over as a whole.
 * <p>
 * Without state, safe for every thread.
 */
public final class TreeChanges {

    private TreeChanges() {
    }

    /** Is told of each change, in the order of the items. */
    public interface Listener {

        /** Only the earlier tree has this instance at this label. */
        void gone(Item item, long label);

        /** Only the later tree has this instance at this label. */
        void come(Item item, long label);
    }

    /**
     * Merges both trees by their labels, which rise from item to item. Costs the number of items the trees do not share times
     * O(log n).
     */
    public static void between(ItemTree earlier, ItemTree later, Listener listener) {
        TreeWalk before = TreeWalk.forwards(earlier);
        TreeWalk after = TreeWalk.forwards(later);
        while (!before.isDone() || !after.isDone()) {
            if (after.isDone()) {
                gone(before, listener);
            } else if (before.isDone()) {
                come(after, listener);
            } else if (before.standsWith(after)) {
                before.skip();
                after.skip();
            } else if (!before.atItem() || !after.atItem()) {
                before.enterLarger(after);
            } else if (before.nextLabel() < after.nextLabel()) {
                gone(before, listener);
            } else if (before.nextLabel() > after.nextLabel()) {
                come(after, listener);
            } else if (before.item() == after.item()) {
                before.skip();
                after.skip();
            } else {
                gone(before, listener);
                come(after, listener);
            }
        }
    }

    private static void gone(TreeWalk walk, Listener listener) {
        long label = walk.nextLabel();
        listener.gone(walk.next(), label);
    }

    private static void come(TreeWalk walk, Listener listener) {
        long label = walk.nextLabel();
        listener.come(walk.next(), label);
    }
}
