package org.reelbench.timeline.internal;

import java.util.List;

import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Item;

/**
 * A persistent AVL tree of items in track order, each node knowing the number and the summed duration of the items below it.
 * Everything is built from {@code join} (Blelloch, Ferizovic and Sun, "Just Join for Parallel Ordered Sets", 2016), so that an
 * operation makes O(log n) nodes and shares the rest with the tree it began with.
 * <p>
 * Immutable, safe for every thread. Indices are checked by the caller.
 */
public final class ItemTree {

    /** The tree of nothing, the only one of size zero. */
    public static final ItemTree EMPTY = new ItemTree();

    private final ItemTree left;
    private final ItemTree right;
    private final Item item;
    private final int height;
    private final int size;
    private final long durationFrames;

    private ItemTree() {
        // The empty tree closes upon itself, so that no walk has to ask for null; its item is never handed out.
        left = this;
        right = this;
        item = new Gap(1);
        height = 0;
        size = 0;
        durationFrames = 0;
    }

    private ItemTree(ItemTree left, Item item, ItemTree right) {
        this.left = left;
        this.right = right;
        this.item = item;
        height = Math.max(left.height, right.height) + 1;
        size = Math.addExact(Math.addExact(left.size, right.size), 1);
        durationFrames = Math.addExact(Math.addExact(left.durationFrames, right.durationFrames), item.durationFrames());
    }

    public ItemTree left() {
        return left;
    }

    public ItemTree right() {
        return right;
    }

    /** Returns the item between the two subtrees; not to be asked of {@link #EMPTY}. */
    public Item item() {
        return item;
    }

    public int height() {
        return height;
    }

    public int size() {
        return size;
    }

    public long durationFrames() {
        return durationFrames;
    }

    /** Builds a tree as flat as can be. */
    public static ItemTree of(List<Item> items) {
        if (items.isEmpty()) {
            return EMPTY;
        }
        int middle = items.size() / 2;
        return new ItemTree(of(items.subList(0, middle)), items.get(middle), of(items.subList(middle + 1, items.size())));
    }

    public Item get(int index) {
        ItemTree tree = this;
        while (index != tree.left.size) {
            if (index < tree.left.size) {
                tree = tree.left;
            } else {
                index -= tree.left.size + 1;
                tree = tree.right;
            }
        }
        return tree.item;
    }

    /** Returns where the item of an index begins; for the size, where the last one ends. */
    public long startOf(int index) {
        long startFrame = 0;
        ItemTree tree = this;
        while (tree.size > 0) {
            if (index <= tree.left.size) {
                tree = tree.left;
            } else {
                index -= tree.left.size + 1;
                startFrame += tree.left.durationFrames + tree.item.durationFrames();
                tree = tree.right;
            }
        }
        return startFrame;
    }

    /** Returns the index of the item that covers a frame from 0 to just before the duration. */
    public int indexAt(long frame) {
        int index = 0;
        ItemTree tree = this;
        while (true) {
            if (frame < tree.left.durationFrames) {
                tree = tree.left;
                continue;
            }
            frame -= tree.left.durationFrames;
            index += tree.left.size;
            if (frame < tree.item.durationFrames()) {
                return index;
            }
            frame -= tree.item.durationFrames();
            index++;
            tree = tree.right;
        }
    }

    public ItemTree replace(int index, Item replacement) {
        if (index < left.size) {
            return new ItemTree(left.replace(index, replacement), item, right);
        }
        if (index > left.size) {
            return new ItemTree(left, item, right.replace(index - left.size - 1, replacement));
        }
        return new ItemTree(left, replacement, right);
    }

    /** Returns the first items. */
    public ItemTree head(int count) {
        if (count == 0) {
            return EMPTY;
        }
        if (count >= size) {
            return this;
        }
        return count <= left.size ? left.head(count) : join(left, item, right.head(count - left.size - 1));
    }

    /** Returns what {@link #head} leaves. */
    public ItemTree tail(int skipped) {
        if (skipped == 0) {
            return this;
        }
        if (skipped >= size) {
            return EMPTY;
        }
        return skipped > left.size ? right.tail(skipped - left.size - 1) : join(left.tail(skipped), item, right);
    }

    /** Joins two trees and the item between them. */
    public static ItemTree join(ItemTree left, Item item, ItemTree right) {
        if (left.height > right.height + 1) {
            return balanced(left.left, left.item, join(left.right, item, right));
        }
        if (right.height > left.height + 1) {
            return balanced(join(left, item, right.left), right.item, right.right);
        }
        return new ItemTree(left, item, right);
    }

    /** Joins two trees. */
    public static ItemTree concat(ItemTree left, ItemTree right) {
        if (left.size == 0) {
            return right;
        }
        if (right.size == 0) {
            return left;
        }
        return join(left, right.get(0), right.withoutFirst());
    }

    private ItemTree withoutFirst() {
        return left.size == 0 ? right : balanced(left.withoutFirst(), item, right);
    }

    /** Makes a node of subtrees whose heights differ by two at most. */
    private static ItemTree balanced(ItemTree left, Item item, ItemTree right) {
        if (left.height > right.height + 1) {
            if (left.left.height >= left.right.height) {
                return new ItemTree(left.left, left.item, new ItemTree(left.right, item, right));
            }
            ItemTree inner = left.right;
            return new ItemTree(new ItemTree(left.left, left.item, inner.left), inner.item,
                    new ItemTree(inner.right, item, right));
        }
        if (right.height > left.height + 1) {
            if (right.right.height >= right.left.height) {
                return new ItemTree(new ItemTree(left, item, right.left), right.item, right.right);
            }
            ItemTree inner = right.left;
            return new ItemTree(new ItemTree(left, item, inner.left), inner.item,
                    new ItemTree(inner.right, right.item, right.right));
        }
        return new ItemTree(left, item, right);
    }
}
