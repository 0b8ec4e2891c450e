package org.reelbench.memory.internal.ledger;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;

/** The ledger as one bundle sees it: the accounts it opens carry its name. */
@Component(service = MemoryLedger.class, scope = ServiceScope.BUNDLE)
public final class BundleLedger implements MemoryLedger {

    private final Book book;
    private final String bundle;
    private final @Nullable Bundle owner;

    /**
     * Creates the ledger for a bundle.
     *
     * @param book where the accounts are
     * @param context tells the bundle that asked
     */
    @Activate
    public BundleLedger(@Reference Book book, ComponentContext context) {
        this.book = book;
        Bundle using = context.getUsingBundle();
        owner = using;
        bundle = using.getSymbolicName();
    }

    /**
     * Creates the ledger for an owner.
     *
     * @param book where the accounts are
     * @param bundle the owner's name
     */
    public BundleLedger(Book book, String bundle) {
        this.book = book;
        this.bundle = bundle;
        owner = null;
    }

    /** Closes what a bundle that is being stopped has forgotten; while it runs, its parts may come back to their accounts. */
    @Deactivate
    public void leave() {
        Bundle using = owner;
        if (using != null && using.getState() != Bundle.ACTIVE) {
            book.close(bundle);
        }
    }

    @Override
    public Account open(Holding holding, String label) {
        return book.open(holding, label, bundle);
    }

    @Override
    public List<LedgerEntry> entries() {
        return book.entries();
    }

    @Override
    public long heldBytes() {
        return book.heldBytes();
    }

    @Override
    public long heldBytes(String name) {
        return book.heldBytes(name);
    }
}
