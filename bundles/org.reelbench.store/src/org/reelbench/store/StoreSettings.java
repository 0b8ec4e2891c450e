package org.reelbench.store;

/**
 * How a store is opened.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param quotaBytes how many bytes its chunks may take, above 0
 * @param durability what they survive
 */
public record StoreSettings(long quotaBytes, Durability durability) {

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if the quota is not above 0
     */
    public StoreSettings {
        if (quotaBytes <= 0) {
            throw new IllegalArgumentException("the quota must be above 0, not " + quotaBytes);
        }
    }
}
