package org.reelbench.loading.internal;

import java.util.HashSet;
import java.util.Set;

import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;

/** The accounts of what is open, which move along when the ledger comes or goes while media are open. For every thread. */
final class Books {

    private final Set<Entry> entries = new HashSet<>();
    private MemoryLedger ledger = MemoryLedger.none();

    /** Opens all accounts in another ledger. */
    synchronized void moveTo(MemoryLedger other) {
        ledger = other;
        for (Entry entry : entries) {
            entry.account.close();
            entry.account = open(entry.holding, entry.label, entry.bytes);
        }
    }

    /** Goes on without a ledger, unless another one has taken its place. */
    synchronized void leave(MemoryLedger gone) {
        if (ledger == gone) {
            moveTo(MemoryLedger.none());
        }
    }

    synchronized Entry enter(Holding holding, String label, long bytes) {
        Entry entry = new Entry(holding, label, bytes, open(holding, label, bytes));
        entries.add(entry);
        return entry;
    }

    private Account open(Holding holding, String label, long bytes) {
        Account account = ledger.open(holding, label);
        account.set(bytes);
        return account;
    }

    /** What one owner holds. */
    final class Entry implements AutoCloseable {

        private final Holding holding;
        private final String label;
        private long bytes;
        private Account account;

        private Entry(Holding holding, String label, long bytes, Account account) {
            this.holding = holding;
            this.label = label;
            this.bytes = bytes;
            this.account = account;
        }

        void set(long now) {
            synchronized (Books.this) {
                bytes = now;
                account.set(now);
            }
        }

        @Override
        public void close() {
            synchronized (Books.this) {
                entries.remove(this);
                account.close();
            }
        }
    }
}
