package org.reelbench.memory.internal.ledger;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;

/** All accounts that are open, of all bundles. For every thread. */
@Component(service = Book.class)
public final class Book {

    private final Set<BookAccount> accounts = ConcurrentHashMap.newKeySet();
    private final LongAdder heldBytes = new LongAdder();

    /** Creates an empty book. */
    @Activate
    public Book() {
        // nothing to set up
    }

    BookAccount open(Holding holding, String label, String bundle) {
        BookAccount account = new BookAccount(this, holding, label, bundle);
        accounts.add(account);
        return account;
    }

    void changed(long moreBytes) {
        heldBytes.add(moreBytes);
    }

    void closed(BookAccount account) {
        accounts.remove(account);
    }

    /** Closes all accounts of a bundle. */
    void close(String bundle) {
        accounts.stream().filter(account -> account.isOf(bundle)).forEach(BookAccount::close);
    }

    List<LedgerEntry> entries() {
        return accounts.stream().map(BookAccount::entry).filter(entry -> entry.bytes() > 0).toList();
    }

    long heldBytes() {
        // The sum of an adder is no snapshot: between two of its cells an account may have moved.
        return Math.max(0, heldBytes.sum());
    }

    long heldBytes(String bundle) {
        return accounts.stream().filter(account -> account.isOf(bundle)).mapToLong(BookAccount::bytes).sum();
    }

    int openAccounts() {
        return accounts.size();
    }
}
