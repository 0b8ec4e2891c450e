package org.reelbench.memory.internal.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ProcessMemory;

/** Makes readings, with the level that follows from the one before, and keeps them. For every thread, one reading at a time. */
final class Readings {

    private static final Duration FRESH = Duration.ofMillis(2);
    /** Where there is plenty. */
    private static final Duration FRESH_ENOUGH = Duration.ofMillis(50);

    private final InstantSource clock;
    private final MemoryLedger ledger;
    private final MemoryBudget budget;
    private final Supplier<ProcessMemory> process;
    private final AtomicLong announcedBytes = new AtomicLong();
    private final History history = new History();
    private volatile @Nullable MemoryReading latest;

    Readings(InstantSource clock, MemoryLedger ledger, MemoryBudget budget, Supplier<ProcessMemory> process) {
        this.clock = clock;
        this.ledger = ledger;
        this.budget = budget;
        this.process = process;
    }

    MemoryReading latest() {
        MemoryReading last = latest;
        return last != null ? last : now(0);
    }

    List<MemoryReading> history() {
        return history.list();
    }

    /**
     * Returns the level with more memory taken. What was announced since the last reading is added up, unless the answer was that it
     * is far too much. If the last reading is not fresh, there is another: some may have been given back.
     */
    Pressure with(long moreBytes) {
        MemoryReading last = latest();
        if (last.budgetBytes() != budget.bytes()) {
            last = now(0);
        }
        Pressure level = last.pressure().next(last.share(announcedBytes.get() + moreBytes));
        Duration fresh = level == Pressure.NORMAL ? FRESH_ENOUGH : FRESH;
        if (last.at().plus(fresh).isBefore(clock.instant())) {
            last = now(0);
            level = last.pressure().next(last.share(moreBytes));
        }
        if (level != Pressure.CRITICAL) {
            announcedBytes.addAndGet(moreBytes);
        }
        return level;
    }

    /** Reads now; the level is that of what is used and what is about to be taken. */
    synchronized MemoryReading now(long aheadBytes) {
        List<LedgerEntry> entries = ledger.entries();
        long held = entries.stream().mapToLong(LedgerEntry::bytes).sum();
        long mapped = entries.stream().filter(entry -> entry.holding() == Holding.MAPPED).mapToLong(LedgerEntry::bytes).sum();
        MemoryReading last = latest;
        Pressure before = last == null ? Pressure.NORMAL : last.pressure();
        MemoryReading read = new MemoryReading(clock.instant(), before, budget.bytes(), held, mapped, process.get());
        MemoryReading next = new MemoryReading(read.at(), before.next(read.share(aheadBytes)), read.budgetBytes(), held, mapped,
                read.process());
        latest = next;
        announcedBytes.set(0);
        history.add(next);
        return next;
    }
}
