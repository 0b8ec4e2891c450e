package org.reelbench.memory;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that watches memory: it looks every five seconds, compares the ledger with the process, and asks {@link ReliefStep}s
 * to give memory back where it runs short. Who wants to be told is a {@link MemoryListener}.
 * <p>
 * For every thread; no call waits for relief.
 *
 * <pre>{@code
 * if (monitor.requested(pictureBytes * ahead).atLeast(Pressure.WARNING)) {
 *     ahead = 1;
 * }
 * }</pre>
 */
@ProviderType
public interface MemoryMonitor {

    /**
     * Returns what was seen last.
     *
     * @return a reading, at most about five seconds old
     */
    MemoryReading latest();

    /**
     * Returns what was seen in the last hour.
     *
     * @return the readings, the oldest first
     */
    List<MemoryReading> history();

    /**
     * Says that somebody is about to take much memory outside the heap, a megabyte or more. If that would be too much, relief is
     * under way when this returns.
     *
     * @param bytes how much, 0 or more
     * @return how short memory will be with it; the caller may take less, or wait. What was answered with {@link Pressure#CRITICAL}
     *         counts as not taken: give something back and ask again
     */
    Pressure requested(long bytes);

    /** Looks again soon, without waiting for the five seconds: after much was given back, say. */
    void look();

    /**
     * Returns what the steps of the ladder have done.
     *
     * @return a record for each step that was ever asked, the lowest rank first
     */
    List<ReliefRecord> reliefs();
}
