package org.reelbench.project;

import java.util.List;

import org.reelbench.timeline.Id;

/**
 * What an edit, an undo, a redo or the growth of a recording did.
 * <p>
 * Immutable, safe for every thread. Unchanged parts of the two states are the same objects, so comparing them costs what changed.
 *
 * @param kind whether something was done, undone or done again
 * @param before the project before
 * @param after the project after; equal to {@code before} if the command asked for what was so already
 * @param command the command that was executed, or is undone or done again by this change
 * @param label what the command did, for people: {@code Split 'Beach' at 00:00:02:00}
 * @param created the ids the command gave to what it made, in the order it made them; empty if it made nothing
 * @param revision the session's revision after the change
 */
public record Change(Kind kind, Project before, Project after, EditCommand command, String label, List<Id> created,
        long revision) {

    /** Why the project changed. */
    public enum Kind {
        /** A command was executed. */
        EDIT,
        /** A command was undone. */
        UNDO,
        /** A command that had been undone was done again. */
        REDO,
        /** A recording has become longer, which is no step to undo. */
        GROWTH
    }

    /**
     * Creates a change.
     */
    public Change {
        created = List.copyOf(created);
    }
}
