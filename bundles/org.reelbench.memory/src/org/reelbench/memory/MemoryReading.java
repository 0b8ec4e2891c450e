package org.reelbench.memory;

import java.time.Instant;

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
     * Returns how much of what there may be is used, by the scarcest of four: the process of the budget, the heap after a collection of
     * its limit, direct buffers of theirs, the container of its limit.
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
        double own = Math.max(share(process.processBytes() + moreBytes, budgetBytes),
                share(process.containerBytes() + moreBytes, process.containerLimitBytes()));
        return Math.max(own, Math.max(share(process.liveHeapBytes(), process.maxHeapBytes()),
                share(process.directBytes(), process.maxDirectBytes())));
    }

    /**
     * Returns how much must be given back to get below a share.
     *
     * @param wanted the share to get below, from 0 to 1
     * @return the number of bytes, 0 if the share is lower already
     */
    public long bytesAbove(double wanted) {
        long most = 0;
        most = Math.max(most, above(process.processBytes(), budgetBytes, wanted));
        most = Math.max(most, above(process.containerBytes(), process.containerLimitBytes(), wanted));
        most = Math.max(most, above(process.liveHeapBytes(), process.maxHeapBytes(), wanted));
        return Math.max(most, above(process.directBytes(), process.maxDirectBytes(), wanted));
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

    private static double share(long used, long limit) {
        return limit > 0 ? (double) used / limit : 0;
    }

    private static long above(long used, long limit, double wanted) {
        return limit > 0 ? (long) Math.ceil(used - limit * wanted) : 0;
    }
}
