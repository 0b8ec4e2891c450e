package org.reelbench.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** The ids for right parts as the {@link SequenceModel} hands them out. */
final class SpareRights {

    private final Deque<Id> spare;
    private final Set<Id> taken;

    /** Takes up the ids and those that are taken, which become more. */
    SpareRights(List<Id> spare, Set<Id> taken) {
        this.spare = new ArrayDeque<>(spare);
        this.taken = taken;
    }

    /** Returns the next id, or null if it is taken or there is none. */
    @Nullable
    Id next() {
        Id id = spare.pollFirst();
        return id != null && taken.add(id) ? id : null;
    }
}
