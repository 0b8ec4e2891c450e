package org.reelbench.project;

import org.reelbench.timeline.EditRefused;

/**
 * An edit was decided on a state of the project that is not the current one any more. Nothing was changed; look at the current
 * state, decide again, and send the command with its revision.
 */
public final class StaleRevision extends EditRefused {

    private static final long serialVersionUID = 1L;

    /** The revision when the command was refused. */
    private final long current;

    /**
     * Creates the refusal.
     *
     * @param decidedOn the revision the edit was decided on
     * @param current the current revision
     */
    public StaleRevision(long decidedOn, long current) {
        super("the project has changed since: the edit was decided on revision " + decidedOn + ", the current one is " + current);
        this.current = current;
    }

    /**
     * Returns the current revision.
     *
     * @return the revision when the command was refused
     */
    public long current() {
        return current;
    }
}
