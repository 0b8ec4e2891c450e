package org.reelbench.ui.export.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.reelbench.render.RenderException;
import org.reelbench.ui.UiThread;

/** What an export asks before it begins; called on its own thread, which waits for the answer. */
final class ExportQuestions {

    private static final int MOST_LINES = 12;
    private static final int YES = 0;
    private static final int NO = 1;

    private ExportQuestions() {
    }

    static boolean mayReplace(Path file) {
        return ask("Replace the file?", file + " is there already. It stays as it is until the new one is whole.", "Replace");
    }

    static boolean mayShowSlates(List<RenderException> missing) {
        StringBuilder text = new StringBuilder(missing.size() == 1
                ? "A medium cannot be read:\n\n"
                : missing.size() + " media cannot be read:\n\n");
        missing.stream().limit(MOST_LINES).forEach(one -> text.append("  • ").append(one.getMessage()).append('\n'));
        if (missing.size() > MOST_LINES) {
            text.append("  … and ").append(missing.size() - MOST_LINES).append(" more\n");
        }
        text.append("\nA slate with the file's name can be shown in its place, in silence.");
        return ask("Media are missing", text.toString(), "Export with Slates");
    }

    private static boolean ask(String title, String question, String yes) {
        UiThread.forbid("waiting for an answer");
        if (!PlatformUI.isWorkbenchRunning()) {
            return false;
        }
        AtomicInteger answer = new AtomicInteger(NO);
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            answer.set(MessageDialog.open(MessageDialog.QUESTION, window == null ? null : window.getShell(), title, question,
                    SWT.SHEET, yes, "Cancel"));
        });
        return answer.get() == YES;
    }
}
