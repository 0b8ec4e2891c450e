package org.example.reelbench.window;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.PlatformUI;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;

/** Puts the list of cuts on the clipboard. */
public final class CopyCutsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        try (ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, CopyCutsHandler.class)) {
            editor.get().ifPresent(CopyCutsHandler::copy);
        }
        return null;
    }

    private static void copy(Editor editor) {
        List<String> lines = editor.project().map(project -> Cuts.of(project.sequence())).orElse(List.of());
        if (lines.isEmpty()) {
            editor.tell("There are no cuts to copy", true);
            return;
        }
        Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
        try {
            clipboard.setContents(new Object[] { String.join(System.lineSeparator(), lines) },
                    new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
        editor.tell(lines.size() + " cuts are on the clipboard", false);
    }
}
