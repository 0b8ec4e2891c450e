package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Transition;

/**
 * Finds the clips and transitions of a tree by their ids, and clips by what binds them together. An edit leaves most of the tree
 * as it was, and so the index of the tree after it is the index of the tree before it with the few entries exchanged that the two
 * trees do not share.
 * <p>
 * Immutable, safe for every thread.
 */
public final class ItemIndex {

    /** The index of no items. */
    public static final ItemIndex EMPTY = new ItemIndex(ItemTree.EMPTY, IdTree.EMPTY, IdTree.EMPTY, IdTree.EMPTY);

    /** Of a tree so many times larger or smaller, little is shared. */
    private static final int UNLIKE = 4;

    private final ItemTree tree;
    private final IdTree ids;
    private final IdTree links;
    private final IdTree groups;

    private ItemIndex(ItemTree tree, IdTree ids, IdTree links, IdTree groups) {
        this.tree = tree;
        this.ids = ids;
        this.links = links;
        this.groups = groups;
    }

    /** Returns the tree this is the index of. */
    public ItemTree tree() {
        return tree;
    }

    /** Returns where the clip or transition of an id lies, the first if the tree has several. */
    public Optional<Located> find(Id id) {
        return ids.find(id).stream().mapToObj(tree::locateLabel).findFirst();
    }

    /** Returns the clips that bear a link, in order. */
    public List<Located> linked(Id link) {
        return links.labels(link).stream().map(tree::locateLabel).toList();
    }

    /** Returns the clips that bear a group, in order. */
    public List<Located> grouped(Id group) {
        return groups.labels(group).stream().map(tree::locateLabel).toList();
    }

    /** Returns the greatest number that follows a stem in the ids, links and groups, or 0 if none does. */
    public long greatestNumber(String stem) {
        return Math.max(ids.greatestNumber(stem), Math.max(links.greatestNumber(stem), groups.greatestNumber(stem)));
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
        return unlike ? of(other) : changedTo(other);
    }

    /** Returns all links that clips bear. Costs the number of clips that bear one. */
    public Set<Id> links() {
        return links.ids();
    }

    /** Returns all groups that clips bear. Costs the number of clips that bear one. */
    public Set<Id> groups() {
        return groups.ids();
    }

    private static ItemIndex of(ItemTree tree) {
        List<IdTree.Entry> ids = new ArrayList<>(tree.size());
        List<IdTree.Entry> links = new ArrayList<>();
        List<IdTree.Entry> groups = new ArrayList<>();
        TreeWalk walk = TreeWalk.forwards(tree);
        while (!walk.isDone()) {
            long label = walk.nextLabel();
            Item item = walk.next();
            add(ids, idOf(item), label);
            add(links, linkOf(item), label);
            add(groups, groupOf(item), label);
        }
        return new ItemIndex(tree, sorted(ids), sorted(links), sorted(groups));
    }

    private static void add(List<IdTree.Entry> entries, @Nullable Id id, long label) {
        if (id != null) {
            entries.add(new IdTree.Entry(id, label));
        }
    }

    private static IdTree sorted(List<IdTree.Entry> entries) {
        entries.sort(IdTree.Entry.ORDER);
        return IdTree.of(entries);
    }

    private ItemIndex changedTo(ItemTree other) {
        Exchange exchange = new Exchange();
        TreeChanges.between(tree, other, exchange);
        return new ItemIndex(other, exchange.newIds, exchange.newLinks, exchange.newGroups);
    }

    /** Takes entries away and adds them. */
    private final class Exchange implements TreeChanges.Listener {

        private IdTree newIds = ids;
        private IdTree newLinks = links;
        private IdTree newGroups = groups;

        @Override
        public void gone(Item item, long label) {
            newIds = without(newIds, idOf(item), label);
            newLinks = without(newLinks, linkOf(item), label);
            newGroups = without(newGroups, groupOf(item), label);
        }

        @Override
        public void come(Item item, long label) {
            newIds = with(newIds, idOf(item), label);
            newLinks = with(newLinks, linkOf(item), label);
            newGroups = with(newGroups, groupOf(item), label);
        }

        private static IdTree without(IdTree tree, @Nullable Id id, long label) {
            return id == null ? tree : tree.without(new IdTree.Entry(id, label));
        }

        private static IdTree with(IdTree tree, @Nullable Id id, long label) {
            return id == null ? tree : tree.with(new IdTree.Entry(id, label));
        }
    }

    private static @Nullable Id idOf(Item item) {
        return switch (item) {
        case Clip clip -> clip.id();
        case Transition transition -> transition.id();
        case Gap _ -> null;
        };
    }

    private static @Nullable Id linkOf(Item item) {
        return item instanceof Clip clip ? clip.bonds().link() : null;
    }

    private static @Nullable Id groupOf(Item item) {
        return item instanceof Clip clip ? clip.bonds().group() : null;
    }
}
