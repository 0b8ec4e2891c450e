package org.reelbench.loading.internal;

import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ProcessMemory;
import org.reelbench.memory.ReliefRecord;

/** A monitor of a process that consists of what a test says it holds. */
final class FakeMonitor implements MemoryMonitor {

    private final long budgetBytes;
    private final LongSupplier heldBytes;
    private long mostBytes;

    FakeMonitor(long budgetBytes, LongSupplier heldBytes) {
        this.budgetBytes = budgetBytes;
        this.heldBytes = heldBytes;
    }

    /** The most that was held when somebody asked. */
    synchronized long mostBytes() {
        return mostBytes;
    }

    @Override
    public synchronized MemoryReading latest() {
        long held = heldBytes.getAsLong();
        mostBytes = Math.max(mostBytes, held);
        ProcessMemory process = new ProcessMemory(held, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new MemoryReading(Instant.EPOCH, Pressure.NORMAL.next((double) held / budgetBytes), budgetBytes, held, 0, process);
    }

    @Override
    public List<MemoryReading> history() {
        return List.of(latest());
    }

    @Override
    public Pressure requested(long bytes) {
        return Pressure.NORMAL.next(latest().share(bytes));
    }

    @Override
    public void look() {
        // it always looks
    }

    @Override
    public List<ReliefRecord> reliefs() {
        return List.of();
    }
}
