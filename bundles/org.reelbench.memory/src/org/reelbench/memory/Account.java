package org.reelbench.memory;

import org.osgi.annotation.versioning.ProviderType;

/**
 * How many bytes one owner holds now.
 * <p>
 * For every thread; quick, and waits for nothing.
 * <p>
 * Whoever opened the account closes it, when what it stands for is given back. An account that is closed takes no more bytes.
 */
@ProviderType
public interface Account extends AutoCloseable {

    /**
     * Says how much is held now.
     *
     * @param bytes the number, 0 or more
     */
    void set(long bytes);

    /**
     * Says that more is held than before, or less.
     *
     * @param bytes how many more; below 0 for less
     */
    void add(long bytes);

    /**
     * Returns how much is held.
     *
     * @return the number of bytes, 0 after closing
     */
    long bytes();

    /** Takes the account out of the ledger. Closing twice is harmless. */
    @Override
    void close();
}
