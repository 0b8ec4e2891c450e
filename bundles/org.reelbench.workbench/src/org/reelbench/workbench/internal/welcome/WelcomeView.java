package org.reelbench.workbench.internal.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.reelbench.ui.Theme;
import org.reelbench.workbench.internal.preferences.RecentMenu;
import org.reelbench.workbench.internal.preferences.RecentProjects;

/** Ways to begin: a new project, one that exists, one of the last ones, or the demo. All of it can be reached by Tab and Enter. */
public final class WelcomeView extends ViewPart {

    /** The view's id. */
    public static final String ID = "org.reelbench.workbench.welcome";

    private static final int MARGIN_PX = 24;
    private static final int GAP_PX = 8;
    private static final int BUTTON_PX = 168;
    private static final int TWO_COLUMNS_PX = 480;

    private final Runnable follower = this::list;
    private List<Path> shown = List.of();
    private @Nullable Table recent;
    private @Nullable Button first;
    private @Nullable Label hint;

    /** Creates the view; the workbench does. */
    public WelcomeView() {
        // everything is made in createPartControl
    }

    /** Shows it in a window. */
    public static void show(IWorkbenchPage page) {
        try {
            page.showView(ID, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.of(WelcomeView.class).error("The ways to begin cannot be shown", e);
        }
    }

    /** Takes it away again: there is a project. */
    public static void hide(IWorkbenchPage page) {
        page.hideView(page.findViewReference(ID));
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN_PX, MARGIN_PX).spacing(MARGIN_PX, GAP_PX).applyTo(area);
        area.addListener(SWT.Resize, _ -> arrange(area));
        Label name = new Label(area, SWT.NONE);
        name.setFont(JFaceResources.getHeaderFont());
        name.setText("Reelbench");
        GridDataFactory.fillDefaults().span(2, 1).applyTo(name);
        Composite ways = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(GAP_PX, GAP_PX).applyTo(ways);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(ways);
        first = way(ways, "New Project…", "org.reelbench.file.new");
        way(ways, "Open Project…", "org.reelbench.file.open");
        way(ways, "Demo Project", SampleProjects.COMMAND)
                .setToolTipText("Make a project with media of its own in " + SampleProjects.folder());
        createRecent(area);
        RecentProjects.addListener(follower);
        list();
        RecentProjects.look();
    }

    /** Where there is no room beside the buttons, the projects are listed below them. */
    private static void arrange(Composite area) {
        GridLayout layout = (GridLayout) area.getLayout();
        int columns = area.getClientArea().width < TWO_COLUMNS_PX ? 1 : 2;
        if (layout.numColumns != columns) {
            layout.numColumns = columns;
            area.layout();
        }
    }

    private Button way(Composite ways, String text, String command) {
        Button button = new Button(ways, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, _ -> run(command, Map.of()));
        GridDataFactory.fillDefaults().hint(BUTTON_PX, SWT.DEFAULT).applyTo(button);
        return button;
    }

    private void createRecent(Composite area) {
        Composite side = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(GAP_PX, GAP_PX).applyTo(side);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(side);
        Label title = new Label(side, SWT.NONE);
        title.setText("Recent projects");
        title.setForeground(Theme.TEXT_DIM);
        Table table = new Table(side, SWT.SINGLE | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.addListener(SWT.DefaultSelection, _ -> chosen().ifPresent(
                project -> run(RecentMenu.COMMAND, Map.of(RecentMenu.PATH, project.toString()))));
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                chosen().ifPresent(RecentProjects::forget);
            }
        });
        table.addListener(SWT.Resize, _ -> list());
        table.addListener(SWT.MouseMove, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            String file = item == null ? null : shown.get(table.indexOf(item)).toString();
            if (file == null || !file.equals(table.getToolTipText())) {
                table.setToolTipText(file);
            }
        });
        recent = table;
        Label below = new Label(side, SWT.WRAP);
        below.setForeground(Theme.TEXT_DIM);
        hint = below;
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(below);
    }

    private Optional<Path> chosen() {
        Table table = recent;
        int index = table == null ? -1 : table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }

    private void list() {
        Table table = recent;
        if (table == null || table.isDisposed()) {
            return;
        }
        int selected = table.getSelectionIndex();
        shown = RecentProjects.all();
        table.removeAll();
        GC gc = new GC(table);
        int roomPx = table.getClientArea().width - GAP_PX;
        for (Path project : shown) {
            boolean isMissing = RecentProjects.isMissing(project);
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(RecentMenu.label(project, isMissing, text -> gc.textExtent(text).x <= roomPx));
            if (isMissing) {
                item.setForeground(Theme.TEXT_DIM);
            }
        }
        gc.dispose();
        Label below = hint;
        if (below != null) {
            below.setText(shown.isEmpty()
                    ? "Projects that are opened are listed here."
                    : "Enter opens a project, Delete takes it out of this list.");
        }
        if (selected >= 0) {
            table.select(Math.min(selected, shown.size() - 1));
        }
    }

    private void run(String id, Map<String, String> parameters) {
        Command command = getSite().getService(ICommandService.class).getCommand(id);
        ParameterizedCommand whole = ParameterizedCommand.generateCommand(command, parameters);
        try {
            getSite().getService(IHandlerService.class).executeCommand(whole, null);
        } catch (CommandException e) {
            ILog.of(WelcomeView.class).error("It cannot be done: " + e.getMessage(), e);
        }
    }

    @Override
    public void setFocus() {
        Button button = first;
        if (button != null) {
            button.setFocus();
        }
    }

    @Override
    public void dispose() {
        RecentProjects.removeListener(follower);
        super.dispose();
    }
}
