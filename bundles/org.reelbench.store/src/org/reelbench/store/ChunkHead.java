package org.reelbench.store;

/**
 * What is known of a chunk without reading it.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param id its id
 * @param sizeBytes how many bytes it has, 0 or more
 * @param retention how long it stays
 */
public record ChunkHead(ChunkId id, long sizeBytes, Retention retention) {
}
