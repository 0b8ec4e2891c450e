package org.reelbench.ops.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.ProcessMemory;
import org.reelbench.memory.ReliefRecord;
import org.reelbench.plugins.Plugins;

/** The command {@code reelbench:memory} of a Gogo console: who holds what, beside what system and platform tell. */
@Component(service = MemoryCommand.class, property = { "osgi.command.scope=reelbench", "osgi.command.function=memory" })
public final class MemoryCommand {

    private static final double MIB = 1 << 20;
    private static final int PERCENT = 100;

    private final MemoryLedger ledger;
    private final MemoryMonitor monitor;
    private final Plugins plugins;

    /**
     * Creates the command.
     *
     * @param ledger who holds what
     * @param monitor what was seen
     * @param plugins what is in the hands of plug-ins
     */
    @Activate
    public MemoryCommand(@Reference MemoryLedger ledger, @Reference MemoryMonitor monitor, @Reference Plugins plugins) {
        this.ledger = ledger;
        this.monitor = monitor;
        this.plugins = plugins;
    }

    /** All of it as text, the largest holdings first. */
    public String memory() {
        MemoryReading reading = monitor.latest();
        ProcessMemory process = reading.process();
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s: %,.1f of %,.1f MiB, %.0f %% of what there may be",
                reading.pressure(), process.processBytes() / MIB, reading.budgetBytes() / MIB, reading.share() * PERCENT));
        line(text, process.heapBytes(), "Java heap");
        line(text, process.directBytes(), "Java buffers outside the heap");
        line(text, process.codeBytes(), "classes, compiled code, the platform's own");
        line(text, process.fileBytes(), "programs and mapped files");
        line(text, reading.ledgerBytes() - reading.mappedBytes(), "in the ledger");
        line(text, reading.unaccountedBytes(), "unaccounted");
        if (process.containerLimitBytes() > 0) {
            line(text, process.containerBytes(), String.format(Locale.ROOT, "container, of %,.1f MiB",
                    process.containerLimitBytes() / MIB));
        }
        List<LedgerEntry> entries = ledger.entries().stream()
                .sorted(Comparator.comparingLong(LedgerEntry::bytes).reversed()).toList();
        text.append(System.lineSeparator()).append(entries.size()).append(entries.size() == 1 ? " holding" : " holdings");
        for (LedgerEntry entry : entries) {
            line(text, entry.bytes(), entry.holding().label() + "  " + StreamsCommand.printable(entry.label()) + "  "
                    + entry.bundle());
        }
        plugins.lentBytes().forEach((id, bytes) -> line(text, bytes, "of that in the hands of " + id + ", at least"));
        for (ReliefRecord relief : monitor.reliefs()) {
            line(text, relief.givenBytes(), String.format(Locale.ROOT, "given back by %s in %d calls, %d of which failed",
                    StreamsCommand.printable(relief.label()), relief.calls(), relief.failures()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, long bytes, String what) {
        text.append(String.format(Locale.ROOT, "%n%,12.1f MiB  %s", bytes / MIB, what));
    }
}
