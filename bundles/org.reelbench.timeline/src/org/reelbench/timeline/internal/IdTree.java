package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import org.reelbench.timeline.Id;

/**
 * A persistent AVL tree that tells which labels an id has. It is ordered by what comes before the number at an id's end, then by
 * that number, so that c10 follows c9 and the greatest number in use with a letter is found as quickly as an id.
 * <p>
 * Immutable, safe for every thread. Lookups and changes cost O(log n); a change shares all but O(log n) nodes.
 */
final class IdTree {

    static final IdTree EMPTY = new IdTree();

    private final IdTree left;
    private final IdTree right;
    private final Id id;
    private final long number;
    private final long label;
    private final short stemLength;
    private final byte height;

    /** An id and one of its labels. */
    record Entry(IdNumber key, long label) {

        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::key).thenComparingLong(Entry::label);

        Entry(Id id, long label) {
            this(IdNumber.of(id), label);
        }
    }

    private IdTree() {
        // Closes upon itself as the empty ItemTree does; the id is never looked at.
        left = this;
        right = this;
        id = new Id("-");
        number = 0;
        label = 0;
        stemLength = 0;
        height = 0;
    }

    private IdTree(IdTree left, Entry entry, IdTree right) {
        this.left = left;
        this.right = right;
        id = entry.key.id();
        number = entry.key.number();
        stemLength = (short) entry.key.stemLength();
        label = entry.label;
        height = higher(left, right);
    }

    private IdTree(IdTree left, IdTree middle, IdTree right) {
        this.left = left;
        this.right = right;
        id = middle.id;
        number = middle.number;
        stemLength = middle.stemLength;
        label = middle.label;
        height = higher(left, right);
    }

    /** Builds a tree of entries that are in order. */
    static IdTree of(List<Entry> entries) {
        if (entries.isEmpty()) {
            return EMPTY;
        }
        int middle = entries.size() / 2;
        return new IdTree(of(entries.subList(0, middle)), entries.get(middle), of(entries.subList(middle + 1, entries.size())));
    }

    IdTree left() {
        return left;
    }

    IdTree right() {
        return right;
    }

    int height() {
        return height;
    }

    /** Returns the least label of an id, or nothing if the id is not here. */
    OptionalLong find(Id wanted) {
        IdNumber key = IdNumber.of(wanted);
        IdTree found = EMPTY;
        IdTree tree = this;
        while (tree.height > 0) {
            int order = tree.compareIdTo(key);
            if (order == 0) {
                found = tree;
            }
            tree = order < 0 ? tree.right : tree.left;
        }
        return found.height == 0 ? OptionalLong.empty() : OptionalLong.of(found.label);
    }

    /** Returns all ids, each once. */
    Set<Id> ids() {
        Set<Id> ids = new LinkedHashSet<>();
        addTo(ids);
        return ids;
    }

    private void addTo(Set<Id> ids) {
        if (height > 0) {
            left.addTo(ids);
            ids.add(id);
            right.addTo(ids);
        }
    }

    /** Returns all labels of an id, in order. */
    List<Long> labels(Id wanted) {
        List<Long> labels = new ArrayList<>();
        collect(IdNumber.of(wanted), labels);
        return labels;
    }

    private void collect(IdNumber key, List<Long> labels) {
        if (height == 0) {
            return;
        }
        int order = compareIdTo(key);
        if (order >= 0) {
            left.collect(key, labels);
        }
        if (order == 0) {
            labels.add(label);
        }
        if (order <= 0) {
            right.collect(key, labels);
        }
    }

    /** Returns the greatest number that follows a stem, or 0 if none does. */
    long greatestNumber(String stem) {
        long greatest = 0;
        IdTree tree = this;
        while (tree.height > 0) {
            int order = IdNumber.compareStems(tree.id, tree.stemLength, stem, stem.length());
            if (order == 0) {
                greatest = Math.max(greatest, tree.number);
            }
            tree = order > 0 ? tree.left : tree.right;
        }
        return greatest;
    }

    /** Adds an entry that is not here. */
    IdTree with(Entry entry) {
        if (height == 0) {
            return new IdTree(EMPTY, entry, EMPTY);
        }
        return compareTo(entry) < 0 ? balanced(left, right.with(entry)) : balanced(left.with(entry), right);
    }

    /** Takes an entry away that is here. */
    IdTree without(Entry entry) {
        if (height == 0) {
            throw new IllegalStateException("the id " + entry.key.id() + " is not in the index");
        }
        int order = compareTo(entry);
        if (order < 0) {
            return balanced(left, right.without(entry));
        }
        if (order > 0) {
            return balanced(left.without(entry), right);
        }
        if (left.height == 0) {
            return right;
        }
        return right.height == 0 ? left : right.first().balanced(left, right.withoutFirst());
    }

    /** Returns the entry of this node alone. */
    @Override
    public String toString() {
        return id + "@" + label;
    }

    private IdTree first() {
        IdTree tree = this;
        while (tree.left.height > 0) {
            tree = tree.left;
        }
        return tree;
    }

    private IdTree withoutFirst() {
        return left.height == 0 ? right : balanced(left.withoutFirst(), right);
    }

    private int compareTo(Entry entry) {
        int order = compareIdTo(entry.key);
        return order != 0 ? order : Long.compare(label, entry.label);
    }

    private int compareIdTo(IdNumber key) {
        return IdNumber.compare(id, stemLength, number, key.id(), key.stemLength(), key.number());
    }

    /** Makes a node of this one's entry and of subtrees whose heights differ by two at most. */
    private IdTree balanced(IdTree newLeft, IdTree newRight) {
        if (newLeft.height > newRight.height + 1) {
            if (newLeft.left.height >= newLeft.right.height) {
                return new IdTree(newLeft.left, newLeft, new IdTree(newLeft.right, this, newRight));
            }
            IdTree inner = newLeft.right;
            return new IdTree(new IdTree(newLeft.left, newLeft, inner.left), inner, new IdTree(inner.right, this, newRight));
        }
        if (newRight.height > newLeft.height + 1) {
            if (newRight.right.height >= newRight.left.height) {
                return new IdTree(new IdTree(newLeft, this, newRight.left), newRight, newRight.right);
            }
            IdTree inner = newRight.left;
            return new IdTree(new IdTree(newLeft, this, inner.left), inner, new IdTree(inner.right, newRight, newRight.right));
        }
        return new IdTree(newLeft, this, newRight);
    }

    private static byte higher(IdTree left, IdTree right) {
        return (byte) (Math.max(left.height, right.height) + 1);
    }
}
