package org.reelbench.ui.memory.internal;

import java.util.List;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.prefs.BackingStoreException;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.ui.UiThread;

/** The budget as the person at the window chose it; it is kept between sessions. 0 is the usual one. */
final class BudgetChoice {

    private static final String NODE = "org.reelbench.ui.memory";
    private static final String KEY = "budgetBytes";
    private static final long[] OFFERED_MIB = { 512, 1024, 2048, 4096, 8192, 16_384, 32_768 };
    private static final int MIB_SHIFT = 20;

    private BudgetChoice() {
    }

    /** What is offered besides the usual budget. */
    static List<Long> offered() {
        return LongStream.of(OFFERED_MIB).map(mib -> mib << MIB_SHIFT).boxed().toList();
    }

    static String label(long bytes, MemoryBudget budget) {
        return bytes == 0 ? "Automatic (" + Amounts.of(budget.usualBytes()) + ")" : Amounts.of(bytes);
    }

    static long chosen() {
        return node().getLong(KEY, 0);
    }

    /** Says the choice of the last session. Where none was made, a setting made elsewhere stays. */
    static void apply(MemoryBudget budget) {
        long chosen = chosen();
        if (chosen > 0) {
            budget.choose(chosen);
        }
    }

    static void choose(long bytes, MemoryBudget budget) {
        budget.choose(bytes);
        node().putLong(KEY, bytes);
        Job job = Job.createSystem("Keeping the memory budget", _ -> {
            keep();
        });
        job.schedule();
    }

    private static void keep() {
        UiThread.forbid("writing settings");
        try {
            node().flush();
        } catch (BackingStoreException e) {
            Platform.getLog(BudgetChoice.class).error("The memory budget could not be kept for the next time", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
