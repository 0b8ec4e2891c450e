package org.reelbench.memory;

/**
 * What is used of something that has a limit.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param usedBytes how much is used
 * @param limitBytes how much there may be; 0 for no limit
 */
public record MemoryUse(long usedBytes, long limitBytes) {

    /**
     * Returns the part of the limit that is used.
     *
     * @return 0 or more; 1 is all; 0 without a limit
     */
    public double share() {
        return limitBytes > 0 ? (double) usedBytes / limitBytes : 0;
    }

    /**
     * Returns how much must be given back to get below a share.
     *
     * @param wanted the share to get below, from 0 to 1
     * @return the number of bytes, 0 if the share is lower already
     */
    public long bytesAbove(double wanted) {
        return limitBytes > 0 ? Math.max(0, (long) Math.ceil(usedBytes - limitBytes * wanted)) : 0;
    }
}
