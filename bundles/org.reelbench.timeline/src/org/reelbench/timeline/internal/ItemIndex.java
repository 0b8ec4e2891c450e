package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Transition;

/**
 * Finds the clips and transitions of a tree by their ids. An edit leaves most of the tree as it was, and so the index of the tree
 * after it is the index of the tree before it with the few entries exchanged that the two trees do not share.
 * <p>
 * Immutable, safe for every thread.
 */
public final class ItemIndex {

    /** The index of no items. */
    public static final ItemIndex EMPTY = new ItemIndex(ItemTree.EMPTY, IdTree.EMPTY);

    /** Of a tree so many times larger or smaller, little is shared. */
    private static final int UNLIKE = 4;

    private final ItemTree tree;
    private final IdTree ids;

    private ItemIndex(ItemTree tree, IdTree ids) {
        this.tree = tree;
        this.ids = ids;
    }

    /** Returns the tree this is the index of. */
    public ItemTree tree() {
        return tree;
    }

    /** Returns where the clip or transition of an id lies, the first if the tree has several. */
    public Optional<Located> find(Id id) {
        return ids.find(id).stream().mapToObj(tree::locateLabel).findFirst();
    }

    /** Returns the greatest number that follows a stem in the ids, or 0 if none does. */
    public long greatestNumber(String stem) {
        return ids.greatestNumber(stem);
    }

    /**
     * Returns the index of another tree. Costs the number of items the trees do not share times O(log n); at most the number of
     * items of both times O(log n).
     */
    public ItemIndex movedTo(ItemTree other) {
        if (tree == other) {
            return this;
        }
        boolean unlike = tree.size() / UNLIKE >= other.size() || other.size() / UNLIKE >= tree.size();
        return new ItemIndex(other, unlike ? idsOf(other) : changedTo(other));
    }

    IdTree ids() {
        return ids;
    }

    private static IdTree idsOf(ItemTree tree) {
        List<IdTree.Entry> entries = new ArrayList<>(tree.size());
        TreeWalk walk = TreeWalk.forwards(tree);
        while (!walk.isDone()) {
            long label = walk.nextLabel();
            idOf(walk.next()).ifPresent(id -> entries.add(new IdTree.Entry(id, label)));
        }
        entries.sort(IdTree.Entry.ORDER);
        return IdTree.of(entries);
    }

    /** Merges both trees by their labels, which rise from item to item. */
    private IdTree changedTo(ItemTree other) {
        TreeWalk before = TreeWalk.forwards(tree);
        TreeWalk after = TreeWalk.forwards(other);
        IdTree changed = ids;
        while (!before.isDone() || !after.isDone()) {
            if (after.isDone()) {
                changed = withoutNext(changed, before);
            } else if (before.isDone()) {
                changed = withNext(changed, after);
            } else if (before.standsWith(after)) {
                before.skip();
                after.skip();
            } else if (!before.atItem() || !after.atItem()) {
                before.enterLarger(after);
            } else if (before.nextLabel() < after.nextLabel()) {
                changed = withoutNext(changed, before);
            } else if (before.nextLabel() > after.nextLabel()) {
                changed = withNext(changed, after);
            } else if (before.item() == after.item()) {
                before.skip();
                after.skip();
            } else {
                changed = withNext(withoutNext(changed, before), after);
            }
        }
        return changed;
    }

    private static IdTree withoutNext(IdTree ids, TreeWalk walk) {
        long label = walk.nextLabel();
        return idOf(walk.next()).map(id -> ids.without(new IdTree.Entry(id, label))).orElse(ids);
    }

    private static IdTree withNext(IdTree ids, TreeWalk walk) {
        long label = walk.nextLabel();
        return idOf(walk.next()).map(id -> ids.with(new IdTree.Entry(id, label))).orElse(ids);
    }

    private static Optional<Id> idOf(Item item) {
        return switch (item) {
        case Clip clip -> Optional.of(clip.id());
        case Transition transition -> Optional.of(transition.id());
        case Gap _ -> Optional.empty();
        };
    }
}
