package org.reelbench.ui.plugins.internal;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.reelbench.plugins.Plugin;
import org.reelbench.ui.Theme;

/** The list of plug-ins, in which what is chosen stays so when others come and go. On the UI thread. */
final class PluginTable {

    /** So narrow that the first five are seen where the view usually lies; the first and the last take what is left. */
    private static final List<Integer> WIDTHS_PX = List.of(92, 66, 80, 62, 60, 92, 96);
    private static final int STATE_COLUMN = 2;

    private final Table table;
    private List<Plugin> plugins = List.of();
    private Map<String, Held> held = Map.of();

    PluginTable(Composite parent, Runnable chosen) {
        Composite frame = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        table = new Table(frame, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        for (int i = 0; i < PluginWords.COLUMNS.size(); i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(PluginWords.COLUMNS.get(i));
            column.setToolTipText(PluginWords.TIPS.get(PluginWords.COLUMNS.get(i)));
            layout.setColumnData(column, width(i));
        }
        table.addListener(SWT.Selection, _ -> chosen.run());
    }

    private static ColumnLayoutData width(int column) {
        boolean isText = column == 0 || column == PluginWords.COLUMNS.size() - 1;
        int widthPx = WIDTHS_PX.get(column);
        return isText ? new ColumnWeightData(1, widthPx) : new ColumnPixelData(widthPx);
    }

    void show(List<Plugin> now, Map<String, Held> heldNow) {
        if (now.equals(plugins) && heldNow.equals(held)) {
            return;
        }
        Plugin before = chosen();
        plugins = now;
        held = heldNow;
        table.setRedraw(false);
        table.setItemCount(now.size());
        table.deselectAll();
        for (int i = 0; i < now.size(); i++) {
            Plugin plugin = now.get(i);
            TableItem item = table.getItem(i);
            item.setText(PluginWords.row(plugin, held.getOrDefault(plugin.id(), Held.NOTHING)));
            item.setForeground(STATE_COLUMN, PluginWords.isProblem(plugin) ? Theme.PROBLEM : null);
            if (before != null && before.id().equals(plugin.id()) && before.file().equals(plugin.file())) {
                table.select(i);
            }
        }
        table.setRedraw(true);
    }

    /** The plug-in that is chosen, or null. */
    @Nullable
    Plugin chosen() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= plugins.size() ? null : plugins.get(index);
    }

    void setFocus() {
        table.setFocus();
    }
}
