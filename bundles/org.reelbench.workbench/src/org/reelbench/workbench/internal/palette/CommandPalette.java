package org.reelbench.workbench.internal.palette;

import java.util.List;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.IHandlerService;
import org.reelbench.ui.Theme;

/** Words are typed, what they may mean is listed with its key, and Enter does what is chosen. */
public final class CommandPalette extends Dialog {

    private static final int NAME_PX = 340;
    private static final int KEY_PX = 140;
    private static final int ROWS = 14;

    private final List<Entry> all;
    private final IHandlerService handlers;
    /** What is done is done where the window was, not where this dialog is. */
    private final IEvaluationContext place;
    private List<Entry> shown = List.of();
    private @Nullable Text words;
    private @Nullable Table table;

    /** Creates the palette over a window. */
    public CommandPalette(IWorkbenchWindow window) {
        super(window.getShell());
        all = new Entries(window.getWorkbench()).all();
        handlers = window.getService(IHandlerService.class);
        place = handlers.createContextSnapshot(true);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Find Command");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Text field = new Text(area, SWT.SEARCH | SWT.ICON_CANCEL);
        field.setMessage("Commands, views and preferences");
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        field.addListener(SWT.Modify, _ -> list());
        field.addListener(SWT.KeyDown, this::move);
        field.addListener(SWT.DefaultSelection, _ -> run());
        words = field;
        Table list = new Table(area, SWT.SINGLE | SWT.FULL_SELECTION);
        GridData room = new GridData(SWT.FILL, SWT.FILL, true, true);
        room.widthHint = NAME_PX + KEY_PX;
        room.heightHint = ROWS * list.getItemHeight();
        list.setLayoutData(room);
        new TableColumn(list, SWT.LEFT).setWidth(NAME_PX);
        new TableColumn(list, SWT.LEFT).setWidth(KEY_PX);
        list.addListener(SWT.DefaultSelection, _ -> run());
        table = list;
        Label hint = new Label(area, SWT.NONE);
        hint.setForeground(Theme.TEXT_DIM);
        hint.setText("Enter does it; what is dim cannot be done now.");
        list();
        return area;
    }

    @Override
    protected @Nullable Control createButtonBar(Composite parent) {
        // Enter and Escape say all.
        return null;
    }

    /** The arrows move in the list while words are typed. */
    private void move(Event event) {
        Table list = table;
        int step = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
        if (list != null && step != 0 && list.getItemCount() > 0) {
            list.setSelection(Math.clamp(list.getSelectionIndex() + step, 0, list.getItemCount() - 1));
            event.doit = false;
        }
    }

    private void list() {
        Text field = words;
        Table list = table;
        if (field == null || list == null) {
            return;
        }
        shown = Entry.matching(all, field.getText());
        list.removeAll();
        for (Entry entry : shown) {
            TableItem item = new TableItem(list, SWT.NONE);
            item.setText(new String[] { entry.name(), entry.keys() });
            if (!entry.isPossible()) {
                item.setForeground(Theme.TEXT_DIM);
            }
        }
        list.select(0);
    }

    private void run() {
        Table list = table;
        int index = list == null ? -1 : list.getSelectionIndex();
        if (index < 0 || index >= shown.size() || !shown.get(index).isPossible()) {
            return;
        }
        Entry chosen = shown.get(index);
        close();
        try {
            handlers.executeCommandInContext(chosen.command(), null, place);
        } catch (CommandException e) {
            ILog.of(CommandPalette.class).error(chosen.name() + " cannot be done: " + e.getMessage(), e);
        }
    }
}
