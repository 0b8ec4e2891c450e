package org.reelbench.ui.memory.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.memory.LedgerEntry;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.settings.ProgramSettings;
import org.reelbench.ui.Megabytes;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Theme;

/** Who holds how much memory, how it went in the last hour, and the budget. */
public final class MemoryView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.reelbench.ui.memory";

    private static final int PLOT_HEIGHT_PX = 96;
    private static final int SIZE_PX = 76;
    private static final int KIND_PX = 96;
    private static final int NAME_MIN_PX = 80;
    private static final int COMPONENT_MIN_PX = 100;
    /** The words above the plot, and some rows of the list. */
    private static final int REST_HEIGHT_PX = 184;

    private final ServiceSlot<MemoryMonitor> monitor = ServiceSlot.open(MemoryMonitor.class, MemoryView.class);
    private final ServiceSlot<MemoryBudget> budget = ServiceSlot.open(MemoryBudget.class, MemoryView.class);
    private final ServiceSlot<ProgramSettings> settings = ServiceSlot.open(ProgramSettings.class, MemoryView.class);
    private final ServiceSlot<MemoryLedger> ledger = ServiceSlot.open(MemoryLedger.class, MemoryView.class);
    private final List<Long> choices = new ArrayList<>();
    private List<LedgerEntry> entries = List.of();
    private @Nullable Parts parts;
    private @Nullable MemoryFeed feed;

    private record Parts(Label summary, HistoryPlot plot, Table table, Combo budget) {
    }

    /** Creates the view; the workbench does. */
    public MemoryView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).spacing(8, 4).applyTo(area);
        Label summary = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        Label budgetLabel = new Label(area, SWT.NONE);
        budgetLabel.setText("Budget");
        Combo combo = new Combo(area, SWT.READ_ONLY);
        combo.addListener(SWT.Selection, _ -> choose(combo.getSelectionIndex()));
        HistoryPlot plot = new HistoryPlot(area);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(SWT.DEFAULT, PLOT_HEIGHT_PX).applyTo(plot);
        area.addListener(SWT.Resize, _ -> ((GridData) plot.getLayoutData()).heightHint = Math
                .clamp(area.getClientArea().height - REST_HEIGHT_PX, 0, PLOT_HEIGHT_PX));
        parts = new Parts(summary, plot, table(area), combo);
        watch(monitor.get().isPresent());
        feed = new MemoryFeed(this::show, this::show, this::watch);
    }

    private Table table(Composite area) {
        Composite frame = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(frame);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        Table table = new Table(frame, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        column(table, layout, "Held for", SWT.LEFT, new ColumnPixelData(KIND_PX));
        column(table, layout, "Owner", SWT.LEFT, new ColumnWeightData(2, NAME_MIN_PX));
        column(table, layout, "Component", SWT.LEFT, new ColumnWeightData(1, COMPONENT_MIN_PX));
        column(table, layout, "Size", SWT.RIGHT, new ColumnPixelData(SIZE_PX));
        table.addListener(SWT.SetData, event -> {
            // While rows go, some are still asked for.
            if (event.index >= 0 && event.index < entries.size()) {
                LedgerEntry entry = entries.get(event.index);
                ((TableItem) event.item).setText(
                        new String[] { entry.holding().label(), entry.label(), entry.bundle(), Megabytes.of(entry.bytes()) });
                ((TableItem) event.item).setForeground(2, Theme.TEXT_DIM);
            }
        });
        return table;
    }

    private static void column(Table table, TableColumnLayout layout, String title, int style, ColumnLayoutData width) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        layout.setColumnData(column, width);
    }

    /** The budget may have been set elsewhere to something that is not offered here; then it is offered, too. */
    private void offer(Combo combo) {
        budget.get().ifPresent(service -> {
            long now = service.bytes() == service.usualBytes() ? 0 : service.bytes();
            choices.clear();
            choices.add(0L);
            choices.addAll(BudgetChoice.offered());
            if (!choices.contains(now)) {
                choices.add(now);
            }
            combo.setItems(choices.stream().map(bytes -> BudgetChoice.label(bytes, service)).toArray(String[]::new));
            combo.select(choices.indexOf(now));
        });
    }

    /** Some figures take a line more than others. */
    private static void say(Label summary, String words) {
        if (!summary.getText().equals(words)) {
            int heightPx = summary.getSize().y;
            summary.setText(words);
            if (summary.computeSize(summary.getSize().x, SWT.DEFAULT).y != heightPx) {
                summary.getParent().layout(new Control[] { summary });
            }
        }
    }

    /** What is shown of a monitor that is gone would look as if it went on. */
    private void watch(boolean isWatched) {
        Parts shown = parts;
        if (shown == null || shown.table().isDisposed()) {
            return;
        }
        shown.budget().setEnabled(isWatched);
        if (isWatched) {
            offer(shown.budget());
            monitor.get().ifPresent(MemoryMonitor::look);
        } else {
            entries = List.of();
            say(shown.summary(), MemoryFeed.UNWATCHED);
            shown.plot().show(List.of());
            shown.table().setItemCount(0);
            shown.table().clearAll();
        }
    }

    private void choose(int index) {
        if (index >= 0 && index < choices.size()) {
            budget.get().ifPresent(service -> BudgetChoice.choose(choices.get(index), service, settings.get()));
            monitor.get().ifPresent(MemoryMonitor::look);
        }
    }

    private void show(MemoryReading reading) {
        Parts shown = parts;
        if (shown == null || shown.table().isDisposed()) {
            return;
        }
        entries = ledger.get().map(MemoryLedger::entries).orElse(List.of()).stream()
                .sorted(Comparator.comparingLong(LedgerEntry::bytes).reversed()).toList();
        say(shown.summary(), Amounts.summary(reading));
        shown.plot().show(monitor.get().map(MemoryMonitor::history).orElse(List.of()));
        shown.table().setItemCount(entries.size());
        shown.table().clearAll();
    }

    @Override
    public void setFocus() {
        Parts shown = parts;
        if (shown != null) {
            shown.table().setFocus();
        }
    }

    @Override
    public void dispose() {
        MemoryFeed open = feed;
        if (open != null) {
            feed = null;
            open.close();
        }
        parts = null;
        monitor.close();
        budget.close();
        settings.close();
        ledger.close();
        super.dispose();
    }
}
