package org.reelbench.ui.memory.internal;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.ui.Megabytes;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.SettingsPage;

/** How much memory the program may use. */
public final class MemoryPage extends SettingsPage {

    private final ServiceSlot<MemoryBudget> budget = ServiceSlot.open(MemoryBudget.class, MemoryPage.class);

    /** Creates the page; the workbench does. */
    public MemoryPage() {
        // everything is made in createRows
    }

    @Override
    protected void createRows(Composite form) {
        List<String> offered = Stream.concat(Stream.of(0L), BudgetChoice.offered().stream())
                .map(bytes -> Long.toString(BudgetChoice.mib(bytes))).toList();
        choice(form, "Memory for everything", BudgetChoice.SETTING, offered, this::label);
        note(form, "Counts at once. When it runs short, thumbnails, far waveforms and what is read ahead go first; "
                + "the Memory view tells who holds what.");
    }

    private String label(String mib) {
        long bytes = BudgetChoice.bytes(mib);
        return budget.get().map(service -> BudgetChoice.label(bytes, service))
                .orElseGet(() -> bytes == 0 ? "Automatic" : Megabytes.of(bytes));
    }

    @Override
    public void dispose() {
        budget.close();
        super.dispose();
    }
}
