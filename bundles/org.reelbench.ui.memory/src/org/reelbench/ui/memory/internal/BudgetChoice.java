package org.reelbench.ui.memory.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.settings.SettingsException;
import org.reelbench.ui.Megabytes;

/** The budget as the person at the window chooses it: a setting of the program like any other. 0 is the usual one. */
final class BudgetChoice {

    /** The setting, in MiB. */
    static final String SETTING = "memory.budget.mib";

    private static final long[] OFFERED_MIB = { 512, 1024, 2048, 4096, 8192, 16_384, 32_768 };
    private static final int MIB_SHIFT = 20;

    private BudgetChoice() {
    }

    /** What is offered besides the usual budget. */
    static List<Long> offered() {
        return LongStream.of(OFFERED_MIB).map(mib -> mib << MIB_SHIFT).boxed().toList();
    }

    static String label(long bytes, MemoryBudget budget) {
        return bytes == 0 ? "Automatic (" + Megabytes.of(budget.usualBytes()) + ")" : Megabytes.of(bytes);
    }

    static long mib(long bytes) {
        return bytes >> MIB_SHIFT;
    }

    /** Reads the setting. */
    static long bytes(String mib) {
        return Long.parseLong(mib.strip()) << MIB_SHIFT;
    }

    /** Chooses a budget at once, and keeps the choice where there is a part that keeps settings. */
    static void choose(long bytes, MemoryBudget budget, Optional<ProgramSettings> settings) {
        budget.choose(bytes);
        settings.ifPresent(service -> {
            Job job = Job.createSystem("Keeping the memory budget", _ -> {
                keep(bytes, service);
            });
            job.schedule();
        });
    }

    private static void keep(long bytes, ProgramSettings settings) {
        try {
            settings.keep(Map.of(SETTING, bytes == 0 ? "" : Long.toString(mib(bytes))));
        } catch (SettingsException e) {
            ILog.of(BudgetChoice.class).error("The memory budget holds until the program ends: " + e.getMessage(), e);
        }
    }
}
