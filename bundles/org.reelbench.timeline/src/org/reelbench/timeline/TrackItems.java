package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.internal.ItemIndex;
import org.reelbench.timeline.internal.ItemTree;
import org.reelbench.timeline.internal.TreeWalk;

/**
 * The items of a track in order, as a persistent balanced tree: every change returns a new value that shares all but O(log n)
 * nodes with the old one.
 * <p>
 * Immutable, safe for every thread. Positions and durations are whole frames of the sequence. Which items may follow each other
 * is not checked here but by {@link Invariants}; {@link Edits} keeps to it.
 */
public final class TrackItems implements Iterable<Item> {

    /** No items. */
    public static final TrackItems EMPTY = new TrackItems(ItemTree.EMPTY, ItemIndex.EMPTY);

    private final ItemTree tree;
    /**
     * The index of these items or of those they were made from, from which theirs follows when it is first asked for. A race is
     * harmless: the index is immutable, and whoever does not see it makes it again.
     */
    private @Nullable ItemIndex latestIndex;

    private TrackItems(ItemTree tree, @Nullable ItemIndex latestIndex) {
        this.tree = tree;
        this.latestIndex = latestIndex;
    }

    /**
     * Returns items in the order of a list. Costs the number of items.
     *
     * @param items the items
     * @return the same items
     */
    public static TrackItems of(List<? extends Item> items) {
        return EMPTY.with(ItemTree.of(List.copyOf(items)));
    }

    /**
     * The parts of a division.
     *
     * @param before the items before it
     * @param after the items after it
     */
    public record Halves(TrackItems before, TrackItems after) {
    }

    /**
     * Returns the number of items.
     *
     * @return how many there are
     */
    public int size() {
        return tree.size();
    }

    /**
     * Tells whether there are no items.
     *
     * @return true if the size is zero
     */
    public boolean isEmpty() {
        return tree.size() == 0;
    }

    /**
     * Returns how long all items are together.
     *
     * @return the number of frames
     */
    public long durationFrames() {
        return tree.durationFrames();
    }

    /**
     * Returns an item. Costs O(log n).
     *
     * @param index its index, from 0 to the size exclusive
     * @return the item
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public Item get(int index) {
        return tree.get(Objects.checkIndex(index, size()));
    }

    /**
     * Returns where an item begins. Costs O(log n).
     *
     * @param index its index; the size itself stands for the end
     * @return the number of frames before it
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public long startOf(int index) {
        return tree.startOf(Objects.checkIndex(index, size() + 1));
    }

    /**
     * Looks for the clip or gap at a frame. Costs O(log n).
     *
     * @param frame the frame
     * @return the item above zero frames long that covers it; empty before the first frame and from the end on
     */
    public Optional<Located> locate(long frame) {
        if (frame < 0 || frame >= tree.durationFrames()) {
            return Optional.empty();
        }
        int index = tree.indexAt(frame);
        return Optional.of(new Located(index, tree.startOf(index), tree.get(index)));
    }

    /**
     * Looks for the clip or transition of an id. Costs O(log n) on average over the edits of a track; the first time after items
     * came from a list, their number.
     *
     * @param id the id
     * @return where it lies, the first one if there are several; empty if there is none
     */
    public Optional<Located> find(Id id) {
        return index().find(id);
    }

    /**
     * Returns the clips that bear a link. Costs as much as {@link #find} for each of them.
     *
     * @param link the link
     * @return where they lie, in order
     */
    public List<Located> linked(Id link) {
        return index().linked(link);
    }

    /**
     * Returns the clips that bear a group. Costs as much as {@link #find} for each of them.
     *
     * @param group the group
     * @return where they lie, in order
     */
    public List<Located> grouped(Id group) {
        return index().grouped(group);
    }

    /**
     * Returns the greatest number that follows a stem in the ids of the clips and transitions and in their links and groups: 12
     * if there are c3 and c12 and the stem is c. Costs as much as {@link #find}.
     *
     * @param stem the text before the number
     * @return the number as {@link Id#numberAfter} tells it; zero if there is none
     */
    public long greatestNumber(String stem) {
        return index().greatestNumber(stem);
    }

    /**
     * Inserts an item. Costs O(log n), on average over the edits of a track.
     *
     * @param index where, from 0 to the size
     * @param item the item
     * @return the items with the new one at the index
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public TrackItems insert(int index, Item item) {
        Objects.checkIndex(index, size() + 1);
        return with(tree.splice(index, index, List.of(item)));
    }

    /**
     * Removes an item. Costs O(log n).
     *
     * @param index its index, from 0 to the size exclusive
     * @return the items without it
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public TrackItems remove(int index) {
        Objects.checkIndex(index, size());
        return with(tree.splice(index, index + 1, List.of()));
    }

    /**
     * Exchanges an item. Costs O(log n).
     *
     * @param index its index, from 0 to the size exclusive
     * @param item what takes its place
     * @return the items with the new one; these if it is the same instance as the old one
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public TrackItems replace(int index, Item item) {
        return get(index) == item ? this : with(tree.replace(index, item));
    }

    /**
     * Exchanges the items between two indices. Costs O(log n) and the number of items put in, on average over the edits of a
     * track. Items at either end that are the same instances as before keep their nodes.
     *
     * @param from the first index, from 0
     * @param to the index after the last, up to the size
     * @param replacement what takes their place
     * @return the items with the new ones
     * @throws IndexOutOfBoundsException if there are no such indices
     */
    public TrackItems splice(int from, int to, List<? extends Item> replacement) {
        Objects.checkFromToIndex(from, to, size());
        List<Item> added = List.copyOf(replacement);
        int same = 0;
        while (from < to && same < added.size() && get(from) == added.get(same)) {
            from++;
            same++;
        }
        int end = added.size();
        while (from < to && end > same && get(to - 1) == added.get(end - 1)) {
            to--;
            end--;
        }
        return from == to && same == end ? this : with(tree.splice(from, to, added.subList(same, end)));
    }

    /**
     * Returns the items between two indices. Costs O(log n).
     *
     * @param from the first index, from 0
     * @param to the index after the last, up to the size
     * @return the items
     * @throws IndexOutOfBoundsException if there are no such indices
     */
    public TrackItems subList(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return to - from == size() ? this : with(tree.head(to).tail(from));
    }

    /**
     * Divides the items in two. Costs O(log n).
     *
     * @param index how many go into the first part, from 0 to the size
     * @return both parts
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public Halves splitAt(int index) {
        return new Halves(subList(0, index), subList(index, size()));
    }

    /**
     * Puts other items behind these. Costs O(log n) if both are parts of the same items and in their order there, else also the
     * number of the fewer items.
     *
     * @param other the items to follow
     * @return all of them
     */
    public TrackItems concat(TrackItems other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty()
                ? this
                : (size() >= other.size() ? this : other).with(ItemTree.concat(tree, other.tree));
    }

    /**
     * Returns the items as a list that never changes. Costs the number of items.
     *
     * @return the items in order
     */
    public List<Item> toList() {
        List<Item> items = new ArrayList<>(size());
        for (Item item : this) {
            items.add(item);
        }
        return List.copyOf(items);
    }

    /**
     * Returns an iterator over the items in order; it removes nothing. Confined to one thread.
     *
     * @return the iterator
     */
    @Override
    public Iterator<Item> iterator() {
        TreeWalk walk = TreeWalk.forwards(tree);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !walk.isDone();
            }

            @Override
            public Item next() {
                if (walk.isDone()) {
                    throw new NoSuchElementException("there are no more items");
                }
                return walk.next();
            }
        };
    }

    /**
     * Tells whether the same items are here in the same order. Costs the number of items that are not shared instances.
     *
     * @param other the other object
     * @return true if it is equal
     */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof TrackItems items && size() == items.size() && durationFrames() == items.durationFrames()
                && sharedPrefix(TreeWalk.forwards(tree), TreeWalk.forwards(items.tree));
    }

    /** Costs the number of items. */
    @Override
    public int hashCode() {
        int hash = 1;
        for (Item item : this) {
            hash = 31 * hash + item.hashCode();
        }
        return hash;
    }

    /** Returns the items as a list is written. */
    @Override
    public String toString() {
        return toList().toString();
    }

    /** Returns the tree behind the items, for comparing and for counting nodes. */
    ItemTree tree() {
        return tree;
    }

    private static boolean sharedPrefix(TreeWalk left, TreeWalk right) {
        while (!left.isDone()) {
            if (!left.skipEqual(right)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the items, for what is bound together. */
    ItemIndex index() {
        ItemIndex latest = latestIndex;
        ItemIndex current = (latest == null ? ItemIndex.EMPTY : latest).movedTo(tree);
        latestIndex = current;
        return current;
    }

    /** Returns other items that mostly come from these. */
    private TrackItems with(ItemTree newTree) {
        return newTree.size() == 0 ? EMPTY : new TrackItems(newTree, latestIndex);
    }
}
