package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;

/**
 * A persistent AVL tree of items in track order, each node knowing the number and the summed duration of the items below it.
 * Everything is built from {@code join} (Blelloch, Ferizovic and Sun, "Just Join for Parallel Ordered Sets", 2016), so that an
 * operation makes O(log n) nodes and shares the rest with the tree it began with. Each item has a label, a number above those of
 * all items before it, by which an index finds it again wherever it has moved to; {@link Labels} gives them.
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
    private final long label;

    private ItemTree() {
        // The empty tree closes upon itself, so that no walk has to ask for null; its item is never handed out.
        left = this;
        right = this;
        item = new Gap(1);
        height = 0;
        size = 0;
        durationFrames = 0;
        label = 0;
    }

    private ItemTree(ItemTree left, ItemTree middle, ItemTree right) {
        this(left, middle.label, middle.item, right);
    }

    private ItemTree(ItemTree left, long label, Item item, ItemTree right) {
        this.left = left;
        this.right = right;
        this.label = label;
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

    /** Returns the label of {@link #item()}. */
    public long label() {
        return label;
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
        return Labels.between(EMPTY, items, EMPTY);
    }

    /** Builds a tree as flat as can be, its labels evenly spaced. */
    static ItemTree row(List<Item> items, long firstLabel, long stepLabel) {
        if (items.isEmpty()) {
            return EMPTY;
        }
        int middle = items.size() / 2;
        return new ItemTree(row(items.subList(0, middle), firstLabel, stepLabel), firstLabel + middle * stepLabel,
                items.get(middle),
                row(items.subList(middle + 1, items.size()), firstLabel + (middle + 1) * stepLabel, stepLabel));
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

    /** Returns the label of the first item; not to be asked of {@link #EMPTY}. */
    long firstLabel() {
        return first().label;
    }

    /** Returns the label of the last item; not to be asked of {@link #EMPTY}. */
    long lastLabel() {
        ItemTree tree = this;
        while (tree.right.size > 0) {
            tree = tree.right;
        }
        return tree.label;
    }

    /** Returns how many items have a lower label. */
    int countBelow(long limit) {
        int count = 0;
        ItemTree tree = this;
        while (tree.size > 0) {
            if (limit <= tree.label) {
                tree = tree.left;
            } else {
                count += tree.left.size + 1;
                tree = tree.right;
            }
        }
        return count;
    }

    /** Returns the item of a label, which must be here. */
    Located locateLabel(long wanted) {
        int index = 0;
        long startFrame = 0;
        ItemTree tree = this;
        while (tree.size > 0 && tree.label != wanted) {
            if (wanted < tree.label) {
                tree = tree.left;
            } else {
                index += tree.left.size + 1;
                startFrame += tree.left.durationFrames + tree.item.durationFrames();
                tree = tree.right;
            }
        }
        if (tree.size == 0) {
            throw new IllegalStateException("no item has the label " + wanted);
        }
        return new Located(index + tree.left.size, startFrame + tree.left.durationFrames, tree.item);
    }

    List<Item> toList() {
        List<Item> items = new ArrayList<>(size);
        addTo(items);
        return items;
    }

    private void addTo(List<Item> items) {
        if (size > 0) {
            left.addTo(items);
            items.add(item);
            right.addTo(items);
        }
    }

    /** Exchanges an item; the new one gets its label. */
    public ItemTree replace(int index, Item replacement) {
        if (index < left.size) {
            return new ItemTree(left.replace(index, replacement), this, right);
        }
        if (index > left.size) {
            return new ItemTree(left, this, right.replace(index - left.size - 1, replacement));
        }
        return new ItemTree(left, label, replacement, right);
    }

    /** Returns the first items. */
    public ItemTree head(int count) {
        if (count == 0) {
            return EMPTY;
        }
        if (count >= size) {
            return this;
        }
        return count <= left.size ? left.head(count) : join(left, this, right.head(count - left.size - 1));
    }

    /** Returns what {@link #head} leaves. */
    public ItemTree tail(int skipped) {
        if (skipped == 0) {
            return this;
        }
        if (skipped >= size) {
            return EMPTY;
        }
        return skipped > left.size ? right.tail(skipped - left.size - 1) : join(left.tail(skipped), this, right);
    }

    /** Exchanges the items from one index to just before another. */
    public ItemTree splice(int from, int to, List<Item> replacement) {
        return Labels.between(head(from), replacement, tail(to));
    }

    /** Puts two trees one behind the other, whatever their labels. */
    public static ItemTree concat(ItemTree left, ItemTree right) {
        return Labels.concat(left, right);
    }

    /** Joins a row of trees whose labels rise. */
    static ItemTree joined(ItemTree left, ItemTree middle, ItemTree right) {
        return middle.size == 0
                ? joined(left, right)
                : join(joined(left, middle.left), middle, joined(middle.right, right));
    }

    /** Joins two trees whose labels rise. */
    static ItemTree joined(ItemTree left, ItemTree right) {
        if (left.size == 0) {
            return right;
        }
        return right.size == 0 ? left : join(left, right.first(), right.withoutFirst());
    }

    /** Joins two trees and the item of a node between them. */
    private static ItemTree join(ItemTree left, ItemTree middle, ItemTree right) {
        if (left.height > right.height + 1) {
            return balanced(left.left, left, join(left.right, middle, right));
        }
        if (right.height > left.height + 1) {
            return balanced(join(left, middle, right.left), right, right.right);
        }
        return middle.left == left && middle.right == right ? middle : new ItemTree(left, middle, right);
    }

    private ItemTree first() {
        ItemTree tree = this;
        while (tree.left.size > 0) {
            tree = tree.left;
        }
        return tree;
    }

    private ItemTree withoutFirst() {
        return left.size == 0 ? right : balanced(left.withoutFirst(), this, right);
    }

    /** Makes a node of subtrees whose heights differ by two at most. */
    private static ItemTree balanced(ItemTree left, ItemTree middle, ItemTree right) {
        if (left.height > right.height + 1) {
            if (left.left.height >= left.right.height) {
                return new ItemTree(left.left, left, new ItemTree(left.right, middle, right));
            }
            ItemTree inner = left.right;
            return new ItemTree(new ItemTree(left.left, left, inner.left), inner, new ItemTree(inner.right, middle, right));
        }
        if (right.height > left.height + 1) {
            if (right.right.height >= right.left.height) {
                return new ItemTree(new ItemTree(left, middle, right.left), right, right.right);
            }
            ItemTree inner = right.left;
            return new ItemTree(new ItemTree(left, middle, inner.left), inner, new ItemTree(inner.right, right, right.right));
        }
        return new ItemTree(left, middle, right);
    }
}
