package org.reelbench.store;

/** How long a chunk stays. */
public enum Retention {
    /** Until it is deleted. */
    KEPT,
    /** Until room is needed for others: the chunk that was not used for the longest time goes first. */
    EVICTABLE
}
