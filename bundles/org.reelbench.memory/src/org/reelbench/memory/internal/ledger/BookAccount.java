package org.reelbench.memory.internal.ledger;

import java.util.concurrent.atomic.AtomicLong;

import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One owner's account in the book. Without locks, so that it may be written to wherever memory is taken or given back. */
final class BookAccount implements Account {

    private static final Logger LOG = LoggerFactory.getLogger(BookAccount.class);
    private static final long CLOSED = -1;

    private final Book book;
    private final Holding holding;
    private final String label;
    private final String bundle;
    private final AtomicLong held = new AtomicLong();

    BookAccount(Book book, Holding holding, String label, String bundle) {
        this.book = book;
        this.holding = holding;
        this.label = label;
        this.bundle = bundle;
    }

    @Override
    public void set(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException(label + " cannot hold " + bytes + " bytes");
        }
        long before = held.getAndUpdate(now -> now == CLOSED ? CLOSED : bytes);
        if (before != CLOSED) {
            book.changed(bytes - before);
        }
    }

    @Override
    public void add(long bytes) {
        long before = held.getAndUpdate(now -> now == CLOSED ? CLOSED : Math.max(0, now + bytes));
        if (before == CLOSED) {
            return;
        }
        long now = Math.max(0, before + bytes);
        book.changed(now - before);
        if (before + bytes < 0) {
            LOG.warn("{} gave back {} bytes more than it held as {}", label, -(before + bytes), holding.label());
        }
    }

    @Override
    public long bytes() {
        return Math.max(0, held.get());
    }

    @Override
    public void close() {
        long before = held.getAndSet(CLOSED);
        if (before != CLOSED) {
            book.changed(-before);
            book.closed(this);
        }
    }

    boolean isOf(String name) {
        return bundle.equals(name);
    }

    LedgerEntry entry() {
        return new LedgerEntry(holding, label, bundle, bytes());
    }
}
