package org.reelbench.cli.internal.play;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.ReliefRecord;

/** The memory there may be, and what was done to keep within it. */
@Component(service = Shortage.class)
public final class Shortage {

    private final MemoryBudget budget;
    private final MemoryMonitor monitor;
    private final Warnings warnings;

    /**
     * Creates it.
     *
     * @param budget what there may be
     * @param monitor who watches it
     * @param warnings how often people were told
     */
    @Activate
    public Shortage(@Reference MemoryBudget budget, @Reference MemoryMonitor monitor, @Reference Warnings warnings) {
        this.budget = budget;
        this.monitor = monitor;
        this.warnings = warnings;
    }

    /** Chooses another budget. */
    void choose(long bytes) {
        budget.choose(bytes);
    }

    /** What there may be, in bytes. */
    long budgetBytes() {
        return budget.bytes();
    }

    /** Looks now: what the process holds, and how much of it somebody says they hold. */
    MemoryReading look() {
        monitor.requested(0);
        return monitor.latest();
    }

    /** What was given back, one entry a step that was asked. */
    List<ReliefRecord> reliefs() {
        return monitor.reliefs();
    }

    /** How often people were told that nothing helps. */
    int warnings() {
        return warnings.count();
    }
}
