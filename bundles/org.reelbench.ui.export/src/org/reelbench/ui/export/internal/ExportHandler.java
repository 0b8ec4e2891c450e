package org.reelbench.ui.export.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.reelbench.encoding.Exports;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.ServiceSlot;

/** Asks for an export and starts it. */
public final class ExportHandler extends AbstractHandler {

    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, ExportHandler.class);
    private final ServiceSlot<Exports> exports = ServiceSlot.open(Exports.class, ExportHandler.class);

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        editor.get().ifPresent(service -> service.project().ifPresentOrElse(project -> ask(shell, service, project),
                () -> service.tell("Open a project first", true)));
        return null;
    }

    private void ask(Shell shell, Editor service, OpenProject project) {
        if (project.sequence().durationFrames() == 0) {
            service.tell("There is nothing to export: the tracks are empty", true);
            return;
        }
        if (exports.get().isEmpty()) {
            service.tell("The part that exports is not installed", true);
            return;
        }
        ExportDialog dialog = new ExportDialog(shell, project);
        if (dialog.open() == Window.OK) {
            dialog.request().ifPresent(request -> new ExportFilm(exports.get().get(), request, service).schedule());
        }
    }

    @Override
    public void dispose() {
        editor.close();
        exports.close();
        super.dispose();
    }
}
