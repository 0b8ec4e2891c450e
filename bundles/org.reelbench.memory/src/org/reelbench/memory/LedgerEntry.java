package org.reelbench.memory;

/**
 * What one account held at a moment.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param holding what for
 * @param label whose, for people
 * @param bundle the symbolic name of the bundle that opened the account
 * @param bytes how much
 */
public record LedgerEntry(Holding holding, String label, String bundle, long bytes) {
}
