package org.reelbench.store;

/**
 * How full a store is.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param chunks how many chunks it has
 * @param usedBytes how many bytes they take, with checksums and with what is being written now; never above the quota
 * @param quotaBytes how many they may take
 */
public record StoreUsage(long chunks, long usedBytes, long quotaBytes) {
}
