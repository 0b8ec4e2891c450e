package org.reelbench.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the monitor saw at a moment.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param at when
 * @param pressure how short memory is
 * @param budgetBytes how much the process may use
 * @param ledgerBytes the sum of all accounts of the ledger
 * @param mappedBytes the part of that sum that is mapped files
 * @param process what system and platform tell
 */
public record MemoryReading(Instant at, Pressure pressure, long budgetBytes, long ledgerBytes, long mappedBytes,
        ProcessMemory process) {

    /**
     * Returns how much of what there may be is used, by the scarcest of four: the process of the budget, the heap after a
     * collection of its limit, direct buffers of theirs, the container of its limit.
     *
     * @return 0 or more; 1 is all
     */
    public double share() {
        return share(0);
    }

    /**
     * Returns what {@link #share()} would be with more memory taken outside the heap.
     *
     * @param moreBytes how much more
     * @return 0 or more; 1 is all
     */
    public double share(long moreBytes) {
        return uses(moreBytes).stream().mapToDouble(MemoryUse::share).max().orElse(0);
    }

    /**
     * Returns what is scarcest.
     *
     * @return how much of it is used, and how much there may be
     */
    public MemoryUse scarcest() {
        return uses(0).stream().max(Comparator.comparingDouble(MemoryUse::share)).orElseThrow();
    }

    /**
     * Returns how much must be given back to get below a share.
     *
     * @param wanted the share to get below, from 0 to 1
     * @param moreBytes how much more is about to be taken outside the heap
     * @return the number of bytes, 0 if the share is lower already
     */
    public long bytesAbove(double wanted, long moreBytes) {
        return uses(moreBytes).stream().mapToLong(use -> use.bytesAbove(wanted)).max().orElse(0);
    }

    /**
     * Returns what the process holds that nobody says they hold: its memory without files, code, heap, Java's buffers and the
     * ledger's accounts.
     *
     * @return the number of bytes, 0 or more
     */
    public long unaccountedBytes() {
        return Math.max(0, process.processBytes() - process.fileBytes() - process.codeBytes() - process.heapBytes()
                - process.directBytes() - (ledgerBytes - mappedBytes));
    }

    private List<MemoryUse> uses(long moreBytes) {
        return List.of(new MemoryUse(process.processBytes() + moreBytes, budgetBytes),
                new MemoryUse(process.containerBytes() + moreBytes, process.containerLimitBytes()),
                new MemoryUse(process.liveHeapBytes(), process.maxHeapBytes()),
                new MemoryUse(process.directBytes(), process.maxDirectBytes()));
    }
}
