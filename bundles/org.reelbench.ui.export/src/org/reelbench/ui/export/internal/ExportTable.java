package org.reelbench.ui.export.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.ui.Theme;

/** The list of exports; rows change in place, so that what is selected stays so. */
final class ExportTable {

    private static final int STATE = 2;
    private static final int LEAST_PX = 40;
    private static final int HINT_MARGIN_PX = 8;
    private static final String NOTHING_YET = "Nothing exported yet: choose File > Export…";

    private final Table table;
    private List<QueuedExport> shown = List.of();

    ExportTable(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        table = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setBackground(Theme.PANEL);
        table.setForeground(Theme.TEXT);
        column(layout, "File", 5);
        column(layout, "Format", 4);
        column(layout, "State", 6);
        column(layout, "Size", 3);
        column(layout, "Time", 4);
        table.addListener(SWT.MouseMove, this::explain);
        table.addListener(SWT.Paint, event -> {
            if (shown.isEmpty()) {
                event.gc.setForeground(Theme.TEXT_DIM);
                event.gc.drawText(NOTHING_YET, HINT_MARGIN_PX, table.getHeaderHeight() + HINT_MARGIN_PX, true);
            }
        });
    }

    private void column(TableColumnLayout layout, String title, int weight) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        layout.setColumnData(column, new ColumnWeightData(weight, LEAST_PX, true));
    }

    Table control() {
        return table;
    }

    /** Shows exports as they are now; the one that was selected stays so. */
    void show(List<QueuedExport> exports) {
        Optional<QueuedExport> selected = selected();
        while (table.getItemCount() > exports.size()) {
            table.remove(table.getItemCount() - 1);
        }
        while (table.getItemCount() < exports.size()) {
            new TableItem(table, SWT.NONE);
        }
        boolean isMoved = !shown.equals(exports);
        shown = exports;
        for (int index = 0; index < exports.size(); index++) {
            fill(table.getItem(index), ExportRow.of(exports.get(index)));
        }
        if (isMoved) {
            // the hint goes or comes
            table.redraw();
            // What comes last is what people have just asked for.
            int index = selected.map(exports::indexOf).filter(found -> found >= 0).orElse(exports.size() - 1);
            table.setSelection(index);
        }
    }

    private static void fill(TableItem item, ExportRow row) {
        String[] cells = row.cells();
        for (int column = 0; column < cells.length; column++) {
            if (!item.getText(column).equals(cells[column])) {
                item.setText(column, cells[column]);
            }
        }
        item.setForeground(STATE, row.isProblem() ? Theme.PROBLEM : Theme.TEXT_DIM);
    }

    private void explain(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        int index = item == null ? -1 : table.indexOf(item);
        String tip = index < 0 || index >= shown.size() ? null : ExportRow.of(shown.get(index)).explanation();
        if (tip == null || !tip.equals(table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    Optional<QueuedExport> selected() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }
}
