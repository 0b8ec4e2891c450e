package org.reelbench.timeline.internal;

import java.util.ArrayDeque;
import java.util.Deque;

import org.reelbench.timeline.Item;

/**
 * A walk over a tree in track order, forwards or backwards, that stands before a whole subtree or before a single item and can
 * step over either. Two walks side by side step over what two trees share without looking inside.
 * <p>
 * Confined to one thread. A step costs O(1) on average.
 */
public final class TreeWalk {

    private final boolean backwards;
    private final Deque<ItemTree> rest = new ArrayDeque<>();
    /** True if the first of {@link #rest} stands for its item and what follows the item, the subtree before it being done. */
    private final Deque<Boolean> opened = new ArrayDeque<>();
    private int passedItems;
    private int steps;
    private long passedFrames;

    private TreeWalk(ItemTree tree, boolean backwards) {
        this.backwards = backwards;
        push(tree, false);
    }

    /** Starts before the first item. */
    public static TreeWalk forwards(ItemTree tree) {
        return new TreeWalk(tree, false);
    }

    /** Starts after the last item and goes towards the first. */
    public static TreeWalk backwards(ItemTree tree) {
        return new TreeWalk(tree, true);
    }

    public boolean isDone() {
        return rest.isEmpty();
    }

    /** Returns how many items were stepped over. */
    public int passedItems() {
        return passedItems;
    }

    /** Returns how many frames were stepped over. */
    public long passedFrames() {
        return passedFrames;
    }

    /** Returns how often the walk was moved, the measure of what a comparison costs. */
    public int steps() {
        return steps;
    }

    /** Tells whether the walk stands before a single item rather than a subtree of several. */
    public boolean atItem() {
        return opened.getFirst() || rest.getFirst().size() == 1;
    }

    /** Returns the subtree the walk stands before; if it stands at an item, the node of the item. */
    public ItemTree subtree() {
        return rest.getFirst();
    }

    /** Returns how many items the next {@link #skip} steps over. */
    public int size() {
        return opened.getFirst() ? 1 : rest.getFirst().size();
    }

    /** Returns the item the walk stands before; only {@link #atItem()}. */
    public Item item() {
        return rest.getFirst().item();
    }

    /** Returns the label of the item the walk stands before, going down to it if it stands before a subtree. */
    public long nextLabel() {
        while (!atItem()) {
            enter();
        }
        return rest.getFirst().label();
    }

    /** Goes into the subtree, so that the walk stands before the first of its parts. */
    public void enter() {
        steps++;
        ItemTree tree = rest.removeFirst();
        opened.removeFirst();
        push(tree, true);
        push(backwards ? tree.right() : tree.left(), false);
    }

    /** Steps over the subtree or item. */
    public void skip() {
        steps++;
        ItemTree tree = rest.removeFirst();
        if (opened.removeFirst()) {
            passedItems++;
            passedFrames += tree.item().durationFrames();
            push(backwards ? tree.left() : tree.right(), false);
        } else {
            passedItems += tree.size();
            passedFrames += tree.durationFrames();
        }
    }

    /** Goes down to the next single item, steps over it and returns it. */
    public Item next() {
        while (!atItem()) {
            enter();
        }
        Item item = item();
        skip();
        return item;
    }

    /**
     * Steps this walk and another one over what both stand before, if it is equal: a shared subtree at once, else a single item.
     *
     * @return false if the next items differ; both walks then stand before them
     */
    public boolean skipEqual(TreeWalk other) {
        while (!isDone() && !other.isDone()) {
            if (standsWith(other)) {
                skip();
                other.skip();
                return true;
            }
            if (atItem() && other.atItem()) {
                if (!item().equals(other.item())) {
                    return false;
                }
                skip();
                other.skip();
                return true;
            }
            enterLarger(other);
        }
        return false;
    }

    /** Tells whether both walks stand before the same instance of a subtree or item. */
    public boolean standsWith(TreeWalk other) {
        return subtree() == other.subtree() && size() == other.size();
    }

    /** Goes into whichever of the subtrees holds more items: a shared one comes up in both walks at once. */
    public void enterLarger(TreeWalk other) {
        if (size() >= other.size()) {
            enter();
        } else {
            other.enter();
        }
    }

    private void push(ItemTree tree, boolean isOpened) {
        if (tree.size() > 0) {
            rest.addFirst(tree);
            opened.addFirst(isOpened);
        }
    }
}
