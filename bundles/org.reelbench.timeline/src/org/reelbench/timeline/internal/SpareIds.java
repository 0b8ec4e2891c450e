package org.reelbench.timeline.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * The ids that an edit was given for the right parts of the clips it cuts in two. One that is not needed is not looked at.
 * <p>
 * Confined to one thread.
 */
final class SpareIds {

    private final Sequence sequence;
    private final Deque<Id> spare;
    private final Set<Id> used = new HashSet<>();

    /** Takes the ids up; those of the sequence are taken. */
    SpareIds(Sequence sequence, List<Id> spare) {
        this.sequence = sequence;
        this.spare = new ArrayDeque<>(spare);
    }

    /** Uses an id for something else than a right part. */
    void use(Id id) throws EditRefused {
        Lookup.requireFresh(sequence, id);
        if (!used.add(id)) {
            throw new EditRefused("the id " + id + " is given to two clips");
        }
    }

    /** Hands out the next id. */
    Id next() throws EditRefused {
        if (spare.isEmpty()) {
            throw new EditRefused("the edit cuts more clips in two than there are ids for their right parts");
        }
        Id id = spare.removeFirst();
        use(id);
        return id;
    }
}
