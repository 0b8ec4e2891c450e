package org.reelbench.ops.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.memory.Holding;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.ReliefRecord;

/** Tells what the ledger holds and what the monitor saw last, as numbers. */
@Component
public final class MemoryMeters implements MeterSource {

    private static final String HELD = "reelbench_memory_held_bytes";
    private static final String HELD_HELP = "Memory that owners say they hold, by what for.";
    private static final String RELIEF = "reelbench_memory_relief_total";
    private static final String RELIEF_HELP = "Requests to give memory back, by who was asked.";
    private static final String FAILED = "reelbench_memory_relief_failures_total";
    private static final String FAILED_HELP = "Requests to give memory back that failed or took too long.";

    private final MemoryLedger ledger;
    private final MemoryMonitor monitor;

    /**
     * Creates the service.
     *
     * @param ledger who holds what
     * @param monitor what was seen
     */
    @Activate
    public MemoryMeters(@Reference MemoryLedger ledger, @Reference MemoryMonitor monitor) {
        this.ledger = ledger;
        this.monitor = monitor;
    }

    @Override
    public List<Meter> meters() {
        MemoryReading reading = monitor.latest();
        List<Meter> meters = new ArrayList<>(List.of(
                Meter.gauge("reelbench_memory_process_bytes", "Physical memory of the process.",
                        reading.process().processBytes()),
                Meter.gauge("reelbench_memory_budget_bytes", "How much the process may use.", reading.budgetBytes()),
                Meter.gauge("reelbench_memory_unaccounted_bytes", "Memory of the process that nobody says they hold.",
                        reading.unaccountedBytes()),
                Meter.gauge("reelbench_memory_native_bytes", "Memory that the bindings to native code hold.",
                        reading.process().nativeBytes()),
                Meter.gauge("reelbench_memory_container_bytes", "Memory of the container that cannot be dropped.",
                        reading.process().containerBytes()),
                Meter.gauge("reelbench_memory_container_limit_bytes", "How much the container may use; 0 for no limit.",
                        reading.process().containerLimitBytes()),
                Meter.gauge("reelbench_memory_pressure", "How short memory is: 0 normal, 1 elevated, 2 warning, 3 critical.",
                        reading.pressure().ordinal())));
        held().forEach((holding, bytes) -> meters
                .add(Meter.gauge(HELD, HELD_HELP, bytes).with("holding", holding.label())));
        for (ReliefRecord relief : monitor.reliefs()) {
            meters.add(Meter.counter(RELIEF, RELIEF_HELP, relief.calls()).with("step", relief.label()));
            meters.add(Meter.counter(FAILED, FAILED_HELP, relief.failures()).with("step", relief.label()));
        }
        return meters;
    }

    /** Every kind, those that hold nothing too, so that a graph has no holes. */
    private Map<Holding, Long> held() {
        Map<Holding, Long> held = new EnumMap<>(Holding.class);
        for (Holding holding : Holding.values()) {
            held.put(holding, 0L);
        }
        for (LedgerEntry entry : ledger.entries()) {
            held.merge(entry.holding(), entry.bytes(), Long::sum);
        }
        return held;
    }
}
