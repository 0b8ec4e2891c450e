package org.reelbench.memory;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that tells how much memory the process may use. The setting {@code budget_mib} of {@code org.reelbench.memory} in
 * Config Admin says it, or whoever calls {@link #choose(long)}; the last word counts.
 * <p>
 * For every thread; waits for nothing.
 */
@ProviderType
public interface MemoryBudget {

    /** The name of the configuration. */
    String PID = "org.reelbench.memory";

    /** The least that can be chosen: below it the program itself does not fit. */
    long LEAST_BYTES = 256L << 20;

    /**
     * Returns how much the process may use.
     *
     * @return the number of bytes
     */
    long bytes();

    /**
     * Returns the budget where nobody chose one: a quarter of the memory that the machine has, or that its container may use,
     * from 1 to 8 GiB and never more than 80 % of it.
     *
     * @return the number of bytes
     */
    long usualBytes();

    /**
     * Chooses another budget. It counts from the next reading on, and for whoever asks before that.
     *
     * @param bytes how much; below {@link #LEAST_BYTES} that is taken; 0 for {@link #usualBytes()}
     */
    void choose(long bytes);
}
