package org.reelbench.workbench.internal.errors;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.ui.Icons;
import org.reelbench.ui.Theme;
import org.reelbench.ui.UiThread;

/** Lists what went wrong, the newest on top; a double click tells more. */
public final class ErrorLogView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.reelbench.workbench.errors";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int TIME_PX = 84;
    private static final String NOTHING_YET = "Nothing went wrong so far";
    private static final int HINT_MARGIN_PX = 8;
    private static final int SEVERITY_PX = 92;
    private static final int MESSAGE_MIN_PX = 140;

    private final ErrorLog log = ErrorLog.INSTANCE;
    private final AtomicBoolean refreshIsPending = new AtomicBoolean();
    private final Runnable follower = () -> {
        // Errors come in flocks.
        if (refreshIsPending.compareAndSet(false, true)) {
            UiThread.later(this::refresh);
        }
    };
    private final Action details = new DetailsAction();
    private final Action clear = new ClearAction();
    private List<LoggedError> shown = List.of();
    private @Nullable Table table;

    /** Creates the view; the workbench does. */
    public ErrorLogView() {
        // everything is made in createPartControl
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        Table made = new Table(area, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        made.setHeaderVisible(true);
        column(made, layout, "Time", new ColumnPixelData(TIME_PX));
        column(made, layout, "Severity", new ColumnPixelData(SEVERITY_PX));
        column(made, layout, "Message", new ColumnWeightData(1, MESSAGE_MIN_PX));
        made.addListener(SWT.SetData, event -> {
            // While rows go, some are still asked for.
            if (event.index >= 0 && event.index < shown.size()) {
                fill((TableItem) event.item, shown.get(event.index));
            }
        });
        made.addListener(SWT.Paint, event -> {
            if (shown.isEmpty()) {
                event.gc.setForeground(Theme.TEXT_DIM);
                event.gc.drawText(NOTHING_YET, HINT_MARGIN_PX, made.getHeaderHeight() + HINT_MARGIN_PX, true);
            }
        });
        made.addListener(SWT.DefaultSelection, _ -> details.run());
        made.addListener(SWT.Selection, _ -> details.setEnabled(true));
        table = made;
        IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
        tools.add(details);
        tools.add(clear);
        log.addListener(follower);
        refresh();
    }

    private static void column(Table table, TableColumnLayout layout, String title, ColumnLayoutData width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        layout.setColumnData(column, width);
    }

    private void refresh() {
        refreshIsPending.set(false);
        Table list = table;
        if (list != null && !list.isDisposed()) {
            shown = log.newestFirst();
            list.setItemCount(shown.size());
            list.deselectAll();
            list.clearAll();
            details.setEnabled(false);
            clear.setEnabled(!shown.isEmpty());
        }
    }

    private static void fill(TableItem item, LoggedError entry) {
        item.setText(new String[] { TIME.format(entry.time()), entry.severity().label(), entry.message() });
        item.setImage(1, Icons.image(entry.severity().icon()));
        item.setForeground(0, Theme.TEXT_DIM);
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
        log.removeListener(follower);
        super.dispose();
    }

    private final class DetailsAction extends Action {

        private DetailsAction() {
            super("Details…", Icons.descriptor("details"));
            setDisabledImageDescriptor(Icons.descriptor("details-dim"));
            setToolTipText("Show all that is known of the selected entry");
            setEnabled(false);
        }

        @Override
        public void run() {
            Table list = table;
            int index = list == null ? -1 : list.getSelectionIndex();
            if (index >= 0 && index < shown.size()) {
                new ErrorDetails(getSite().getShell(), shown.get(index)).open();
            }
        }
    }

    private final class ClearAction extends Action {

        private ClearAction() {
            super("Clear", Icons.descriptor("clear"));
            setDisabledImageDescriptor(Icons.descriptor("clear-dim"));
            setToolTipText("Empty this list; the file keeps everything");
            setEnabled(false);
        }

        @Override
        public void run() {
            log.clear();
        }
    }
}
