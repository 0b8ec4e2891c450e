package org.reelbench.sketches.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;

/** Adds up accounts. */
final class FakeLedger implements MemoryLedger {

    private final List<AtomicLong> accounts = new ArrayList<>();

    @Override
    public Account open(Holding holding, String label) {
        AtomicLong held = new AtomicLong();
        accounts.add(held);
        return new Account() {
            @Override
            public void set(long bytes) {
                held.set(bytes);
            }

            @Override
            public void add(long bytes) {
                held.addAndGet(bytes);
            }

            @Override
            public long bytes() {
                return held.get();
            }

            @Override
            public void close() {
                held.set(0);
            }
        };
    }

    @Override
    public List<LedgerEntry> entries() {
        return List.of();
    }

    @Override
    public long heldBytes() {
        return accounts.stream().mapToLong(AtomicLong::get).sum();
    }

    @Override
    public long heldBytes(String bundle) {
        return heldBytes();
    }
}
