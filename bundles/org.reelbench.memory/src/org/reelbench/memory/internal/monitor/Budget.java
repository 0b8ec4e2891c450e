package org.reelbench.memory.internal.monitor;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.internal.process.ProcessReader;

/** The budget: what was chosen last, else what suits the machine. */
@Component(configurationPid = MemoryBudget.PID)
public final class Budget implements MemoryBudget {

    private static final long MIB = 1 << 20;
    private static final long SMALLEST_USUAL_BYTES = 1024 * MIB;
    private static final long LARGEST_USUAL_BYTES = 8 * 1024 * MIB;
    private static final int MACHINE_PARTS = 4;
    private static final double MOST_OF_MACHINE = 0.8;

    private final long usualBytes;
    private volatile long chosenBytes;

    /**
     * Creates the budget.
     *
     * @param settings what was chosen
     */
    @Activate
    public Budget(MemorySettings settings) {
        this(ProcessReader.machineBytes());
        modified(settings);
    }

    Budget(long machineBytes) {
        usualBytes = usual(machineBytes);
    }

    /** Takes other settings. */
    @Modified
    public void modified(MemorySettings settings) {
        choose(settings.budget_mib() * MIB);
    }

    /** A machine that does not tell its memory is taken for a small one. */
    static long usual(long machineBytes) {
        long part = Math.clamp(machineBytes / MACHINE_PARTS, SMALLEST_USUAL_BYTES, LARGEST_USUAL_BYTES);
        return machineBytes > 0 ? Math.min(part, (long) (machineBytes * MOST_OF_MACHINE)) : part;
    }

    @Override
    public long bytes() {
        long chosen = chosenBytes;
        return chosen > 0 ? chosen : usualBytes;
    }

    @Override
    public long usualBytes() {
        return usualBytes;
    }

    @Override
    public void choose(long bytes) {
        chosenBytes = bytes <= 0 ? 0 : Math.max(LEAST_BYTES, bytes);
    }
}
