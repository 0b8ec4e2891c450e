package org.reelbench.ui.export.internal;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.ExportPresets.Listed;
import org.reelbench.encoding.ExportQueue;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.UiThread;

/** Asks for an export and starts it. */
public final class ExportHandler extends AbstractHandler {

    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, ExportHandler.class);
    private final ServiceSlot<Exports> exports = ServiceSlot.open(Exports.class, ExportHandler.class);
    private final ServiceSlot<ExportQueue> queue = ServiceSlot.open(ExportQueue.class, ExportHandler.class);
    private final ServiceSlot<ExportPresets> presets = ServiceSlot.open(ExportPresets.class, ExportHandler.class);

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        // The active shell may be a dialog that has just closed.
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Shell shell = window == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell() : window.getShell();
        editor.get().ifPresent(service -> service.project().ifPresentOrElse(project -> ask(shell, service, project),
                () -> service.tell("Open a project first", true)));
        return null;
    }

    private void ask(Shell shell, Editor service, OpenProject project) {
        if (project.sequence().durationFrames() == 0) {
            service.tell("There is nothing to export: the tracks are empty", true);
            return;
        }
        ExportPresets known = presets.get().orElse(null);
        if (exports.get().isEmpty() || queue.get().isEmpty() || known == null) {
            service.tell("The part that exports is not installed", true);
            return;
        }
        // Which encoders there are is found out by opening each, which is not for this thread.
        Job look = Job.create("Looking at the presets", _ -> {
            UiThread.forbid("listing presets");
            List<Listed> listed = known.list();
            List<String> problems = known.problems();
            UiThread.later(() -> show(shell, service, project, listed, problems));
            return Status.OK_STATUS;
        });
        look.setSystem(true);
        look.schedule();
    }

    private void show(Shell shell, Editor service, OpenProject project, List<Listed> listed, List<String> problems) {
        if (shell.isDisposed()) {
            return;
        }
        problems.forEach(problem -> service.tell("A preset was left out: " + problem, true));
        Exports exporting = exports.get().orElse(null);
        if (exporting == null) {
            return;
        }
        ExportDialog dialog = new ExportDialog(shell, project, listed, exporting, service.playheadFrame(), service.selection());
        if (dialog.open() == Window.OK) {
            dialog.request().ifPresent(request -> queue(exporting, request, service));
        }
    }

    private void queue(Exports exporting, ExportRequest request, Editor service) {
        queue.get().ifPresent(waiting -> {
            ExportFilm.of(exporting, waiting, request, service).schedule();
            showTheQueue(service);
        });
    }

    /** Who has just asked for an export sees where it is, and goes on where they were. */
    private static void showTheQueue(Editor service) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page != null) {
            try {
                page.showView(ExportsView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
            } catch (PartInitException e) {
                service.tell("The list of exports cannot be shown: " + e.getMessage(), true);
            }
        }
    }

    @Override
    public void dispose() {
        editor.close();
        exports.close();
        queue.close();
        presets.close();
        super.dispose();
    }
}
