package org.reelbench.memory;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.memory.internal.ledger.Book;
import org.reelbench.memory.internal.ledger.BundleLedger;

/**
 * A service in which owners of memory say what they hold, so that people can see it and the monitor can tell what is missing.
 * <p>
 * For every thread; quick, and waits for nothing. It is memory outside the Java heap and large arrays on it that belong here:
 * from about 64 KiB on.
 *
 * <pre>{@code
 * try (Account account = ledger.open(Holding.DECODER, "beach.mp4")) {
 *     account.set(24 << 20);
 *     decode();
 * }
 * }</pre>
 */
@ProviderType
public interface MemoryLedger {

    /**
     * Opens an account with nothing in it. It is known by the bundle that asked for the service.
     *
     * @param holding what for
     * @param label whose, for people: the name of a file, a track, a sequence
     * @return the account, to be closed by the caller
     */
    Account open(Holding holding, String label);

    /**
     * Returns what is held now, one entry an account that holds anything, in no order.
     *
     * @return the entries, a snapshot
     */
    List<LedgerEntry> entries();

    /**
     * Returns the sum of all accounts.
     *
     * @return the number of bytes
     */
    long heldBytes();

    /**
     * Returns the sum of the accounts of one bundle.
     *
     * @param bundle the symbolic name of the bundle that opened them; a plug-in's is its id
     * @return the number of bytes, 0 if it has none
     */
    long heldBytes(String bundle);

    /**
     * Returns a ledger of its own that no monitor reads: for tests, and where the service is not there.
     *
     * @return an empty ledger, which knows the accounts opened in it and no others
     */
    static MemoryLedger none() {
        return new BundleLedger(new Book(), "");
    }
}
