package org.reelbench.render.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;

/** Bytes of pictures that are held for one purpose, told in a ledger that may come and go. For every thread. */
final class Tally {

    private final String label;
    private long heldBytes;
    private @Nullable MemoryLedger ledger;
    private @Nullable Account account;

    /**
     * Begins with nothing held, told to nobody.
     *
     * @param label what for, in the ledger
     */
    Tally(String label) {
        this.label = label;
    }

    /** Counts more, or less where the number is negative. */
    synchronized void add(long bytes) {
        heldBytes += bytes;
        tell();
    }

    /** How much is held now. */
    synchronized long heldBytes() {
        return heldBytes;
    }

    /** Says in a ledger how much is held, and in no other. */
    synchronized void tellTo(@Nullable MemoryLedger other) {
        Account before = account;
        if (before != null) {
            before.close();
        }
        ledger = other;
        account = other == null ? null : other.open(Holding.FRAMES, label);
        tell();
    }

    /** Goes on without a ledger, unless another one has taken its place. */
    synchronized void leave(MemoryLedger gone) {
        if (ledger == gone) {
            tellTo(null);
        }
    }

    private void tell() {
        Account open = account;
        if (open != null) {
            open.set(heldBytes);
        }
    }
}
