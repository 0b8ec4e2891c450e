package org.reelbench.workbench.internal.history;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.EditorSlot;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Theme;
import org.reelbench.workbench.internal.history.EditHistory.Entry;

/** Lists the edits that were made, and goes to the one that is clicked. */
public final class HistoryView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.reelbench.workbench.history";

    private final EditorSlot editors = new EditorSlot(HistoryView.class, this::show, this::hide);
    private final EditorListener follower = new Follower();
    private @Nullable Editor editor;
    private @Nullable Table table;
    private EditHistory shown = EditHistory.NONE;

    /** Creates the view; the workbench does. */
    public HistoryView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        Table made = new Table(area, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        layout.setColumnData(new TableColumn(made, SWT.LEFT), new ColumnWeightData(1));
        made.setBackground(Theme.PANEL);
        made.addListener(SWT.SetData, event -> {
            // While rows go, some are still asked for.
            if (event.index >= 0 && event.index < shown.entries().size()) {
                fill((TableItem) event.item, shown.entries().get(event.index));
            }
        });
        made.addListener(SWT.Selection, _ -> goTo(made.getSelectionIndex()));
        table = made;
        editors.open();
    }

    private static void fill(TableItem item, Entry entry) {
        item.setText(entry.label());
        item.setForeground(entry.isUndone() ? Theme.TEXT_DIM : Theme.TEXT);
    }

    private void show(Editor come) {
        hide();
        editor = come;
        come.addListener(follower);
        refresh();
    }

    private void hide() {
        Editor gone = editor;
        if (gone != null) {
            editor = null;
            gone.removeListener(follower);
            refresh();
        }
    }

    private void goTo(int index) {
        Editor there = editor;
        if (there == null || index < 0) {
            return;
        }
        int steps = shown.stepsTo(index);
        for (int step = 0; step < Math.abs(steps); step++) {
            if (steps < 0) {
                there.undo();
            } else {
                there.redo();
            }
        }
    }

    private void refresh() {
        Table list = table;
        if (list == null || list.isDisposed()) {
            return;
        }
        Editor there = editor;
        EditHistory now = there == null
                ? EditHistory.NONE
                : there.project().map(project -> EditHistory.of(project.session())).orElse(EditHistory.NONE);
        if (!now.entries().equals(shown.entries())) {
            shown = now;
            list.setItemCount(now.entries().size());
            list.clearAll();
        }
        shown = now;
        if (now.present() >= 0) {
            list.setSelection(now.present());
        }
    }

    @Override
    public void setFocus() {
        Table list = table;
        if (list != null) {
            list.setFocus();
        }
    }

    @Override
    public void dispose() {
        table = null;
        editors.close();
        super.dispose();
    }

    private final class Follower implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            refresh();
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            refresh();
        }
    }
}
