package org.reelbench.memory.internal.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.ProcessMemory;

/** A process of a size that a test says, with a budget of 1000 bytes unless another is chosen, and a clock that stands still until it is moved. */
final class FakeMemory implements MemoryBudget, InstantSource {

    private final MemoryLedger ledger = MemoryLedger.none();
    private final Readings readings = new Readings(this, ledger, this,
            () -> new ProcessMemory(processBytes(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    private volatile long processBytes;
    private volatile long budgetBytes = 1000;
    private volatile Instant now = Instant.EPOCH;

    Readings readings() {
        return readings;
    }

    MemoryLedger ledger() {
        return ledger;
    }

    void process(long bytes) {
        processBytes = bytes;
    }

    long processBytes() {
        return processBytes;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long bytes() {
        return budgetBytes;
    }

    @Override
    public long usualBytes() {
        return 1000;
    }

    @Override
    public void choose(long bytes) {
        budgetBytes = bytes;
    }
}
