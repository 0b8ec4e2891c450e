package org.reelbench.workbench.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IEvaluationService;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.SampleProject;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Transport;
import org.reelbench.workbench.internal.palette.CommandPalette;
import org.reelbench.workbench.internal.preferences.PreferencesDialog;
import org.reelbench.workbench.internal.preferences.RecentMenu;
import org.reelbench.workbench.internal.preferences.RecentProjects;
import org.reelbench.workbench.internal.preferences.Settings;
import org.reelbench.workbench.internal.welcome.SampleProjects;
import org.reelbench.workbench.internal.welcome.WelcomeView;

/** The commands of the window by their ids; plugin.xml gives them names, keys and places in menus. */
final class Commands implements EditorListener {

    static final Supplier<String> USUAL_NAME = () -> "";
    private static final String VIEW_ID = "org.reelbench.view.id";
    private static final String PREFERENCES_PAGE = "org.reelbench.preferences.page";
    private static final String EDITOR = "org.reelbench.editor";

    private final IWorkbenchWindow window;
    private final Editor editor;
    private final ServiceSlot<SampleProject> sample = ServiceSlot.open(SampleProject.class, Commands.class);
    private final Map<String, CommandHandler> handlers = new LinkedHashMap<>();

    Commands(IWorkbenchWindow window, Editor editor, ServiceSlot<Transport> transport, ShuttleKeys keys) {
        this.window = window;
        this.editor = editor;
        addFileCommands();
        addEditCommands();
        addViewCommands();
        new PlaybackCommands(editor, transport, keys).addTo(this::put);
    }

    private void addFileCommands() {
        ProjectFiles files = new ProjectFiles(window, editor);
        add("file.new", files::make, () -> true);
        add("file.open", files::open, () -> true);
        put("file.openRecent", new CommandHandler(event -> RecentProjects.open(window.getShell(),
                Path.of(event.getParameter(RecentMenu.PATH)), files::open), () -> true, USUAL_NAME));
        put("file.demo", new CommandHandler(event -> sample.get().ifPresent(project -> files.beforeAnother(
                () -> SampleProjects.make(project, event.getParameter(SampleProjects.FOLDER), editor))),
                () -> sample.get().isPresent(), USUAL_NAME));
        put("edit.preferences", new CommandHandler(
                event -> new PreferencesDialog(window.getShell(), event.getParameter(PREFERENCES_PAGE)).open(), () -> true,
                USUAL_NAME));
        add("file.save", () -> files.save(), () -> isTrue(ProjectSession::isDirty));
        add("file.saveAs", () -> files.saveAs(), this::isOpen);
        add("file.settings", this::settings, this::isOpen);
        add("file.quit", () -> window.getShell().close(), () -> true);
        add("help.commands", () -> new CommandPalette(window).open(), () -> true);
        add("help.about", () -> new AboutDialog(window.getShell()).open(), () -> true);
    }

    private void addEditCommands() {
        ClipEdits clips = new ClipEdits(editor);
        put("edit.undo", new CommandHandler(_ -> editor.undo(), () -> label(ProjectSession::undoLabel).isPresent(),
                () -> label(ProjectSession::undoLabel).map(label -> "Undo " + label).orElse("Undo")));
        put("edit.redo", new CommandHandler(_ -> editor.redo(), () -> label(ProjectSession::redoLabel).isPresent(),
                () -> label(ProjectSession::redoLabel).map(label -> "Redo " + label).orElse("Redo")));
        add("edit.split", clips::split, this::isOpen);
        add("edit.delete", () -> clips.delete(false), () -> !editor.selection().isEmpty());
        add("edit.rippleDelete", () -> clips.delete(true), () -> !editor.selection().isEmpty());
        add("edit.selectClip", clips::selectAtPlayhead, this::isOpen);
        TrackChoice tracks = new TrackChoice(editor);
        add("edit.trackAbove", () -> tracks.walk(true), this::isOpen);
        add("edit.trackBelow", () -> tracks.walk(false), this::isOpen);
        GeneratedClips generated = new GeneratedClips(editor);
        add("edit.addTitle", () -> generated.add(Generator.TITLE, "Title"), this::isOpen);
        add("edit.addColor", () -> generated.add(Generator.COLOR, "Colour"), this::isOpen);
        add("edit.addBars", () -> generated.add(Generator.BARS, "Colour Bars"), this::isOpen);
        add("edit.addCounter", () -> generated.add(Generator.COUNTER, "Counter"), this::isOpen);
        add("edit.selectNone", () -> editor.select(Set.of()), () -> !editor.selection().isEmpty());
    }

    private void addViewCommands() {
        put("view.show", new CommandHandler(this::showView, () -> true, USUAL_NAME));
        add("view.reset", () -> window.getActivePage().resetPerspective(), () -> true);
    }

    /** Lets go what was held for the commands. */
    void close() {
        sample.close();
    }

    /** Lets keys and menus find the commands, as long as the window is open. */
    void activate() {
        IHandlerService service = window.getService(IHandlerService.class);
        handlers.forEach(service::activateHandler);
        // Menus ask nobody for names while a dialog or another program is in front: what was edited meanwhile is named now.
        window.getShell().addListener(SWT.Activate, _ -> refresh());
        refresh();
    }

    private void add(String id, Runnable action, BooleanSupplier condition) {
        put(id, new CommandHandler(_ -> action.run(), condition, USUAL_NAME));
    }

    private void put(String id, CommandHandler handler) {
        handlers.put("org.reelbench." + id, handler);
    }

    private void settings() {
        editor.project().ifPresent(open -> {
            Sequence shown = open.sequence();
            ProjectForm before = ProjectForm.of(open.session().project(), shown);
            ProjectSettingsDialog dialog = new ProjectSettingsDialog(window.getShell(), before, shown);
            dialog.open();
            dialog.said().filter(said -> said.change(before, shown.id(), 0).isPresent()).ifPresent(said -> editor
                    .executeNext(revision -> said.change(before, shown.id(), revision).orElseThrow()));
        });
    }

    private void showView(ExecutionEvent event) {
        String view = event.getParameter(VIEW_ID);
        try {
            IWorkbenchPart before = window.getActivePage().getActivePart();
            // One that is active already may have come to something that can have the focus only since.
            if (window.getActivePage().showView(view) == before) {
                before.setFocus();
            }
        } catch (PartInitException e) {
            editor.tell("The view cannot be shown: " + e.getMessage(), true);
        }
    }

    private boolean isOpen() {
        return editor.project().isPresent();
    }

    /** A question to the session that is open. */
    @FunctionalInterface
    private interface SessionTest {

        boolean test(ProjectSession session);
    }

    /** Asks the session that is open for a label. */
    @FunctionalInterface
    private interface SessionLabel {

        Optional<String> of(ProjectSession session);
    }

    private boolean isTrue(SessionTest test) {
        return editor.project().map(OpenProject::session).filter(test::test).isPresent();
    }

    private Optional<String> label(SessionLabel label) {
        return editor.project().map(OpenProject::session).flatMap(label::of);
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        remember(project);
        if (project.isPresent()) {
            WelcomeView.hide(window.getActivePage());
        }
        refresh();
    }

    private static void remember(Optional<OpenProject> project) {
        project.flatMap(open -> open.session().file()).ifPresent(Settings::opened);
    }

    @Override
    public void sequenceChanged(Sequence before, Sequence after) {
        refresh();
    }

    @Override
    public void savedStateChanged() {
        remember(editor.project());
        refresh();
    }

    @Override
    public void selectionChanged(Set<Id> clips) {
        refresh();
    }

    private void refresh() {
        handlers.values().forEach(CommandHandler::refresh);
        ICommandService commands = window.getService(ICommandService.class);
        commands.refreshElements("org.reelbench.edit.undo", null);
        commands.refreshElements("org.reelbench.edit.redo", null);
        // Buttons look again only when they are asked to, or when the focus goes elsewhere.
        window.getService(IEvaluationService.class).requestEvaluation(EDITOR);
    }
}
