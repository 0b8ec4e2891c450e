package org.reelbench.ui.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.reelbench.project.Recovery;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.ui.UiThread;

/**
 * Asks the person at the window what becomes of changes that were not saved when Reelbench ended last. The thread that opens the
 * project waits for the answer; without a window there is nobody to ask, and what is safe is done.
 */
final class RecoveryQuestion implements RecoveryChoice {

    private static final int RECOVER = 0;
    private static final int SKIP = 1;
    private static final int CANCEL = 2;

    @Override
    public Answer choose(Recovery found) throws IOException {
        UiThread.forbid("waiting for an answer");
        if (found.kind() == Recovery.Kind.UNUSABLE || !PlatformUI.isWorkbenchRunning()) {
            return SAFE.choose(found);
        }
        AtomicInteger answer = new AtomicInteger(CANCEL);
        // A window that goes away meanwhile lets this thread go, too: that is no answer, and nothing is opened.
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> answer.set(ask(found)));
        return switch (answer.get()) {
        case RECOVER -> Answer.RECOVER;
        case SKIP -> Answer.SKIP;
        default -> throw new IOException("opening was cancelled; the changes that were not saved will be offered again");
        };
    }

    private static int ask(Recovery found) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return MessageDialog.open(MessageDialog.QUESTION, window == null ? null : window.getShell(), "Changes were not saved",
                question(found), SWT.SHEET, "Recover", "Open Without Them", "Cancel");
    }

    private static String question(Recovery found) {
        String when = found.lastChange().map(RecoveryQuestion::shown).map(time -> ", the last at " + time).orElse("");
        StringBuilder text = new StringBuilder("Reelbench ended before " + changes(found.changes()) + " of '" + found.name()
                + "' could be saved" + when + ":\n\n");
        found.labels().forEach(label -> text.append("  • ").append(label).append('\n'));
        if (found.changes() > found.labels().size()) {
            text.append("  … and ").append(found.changes() - found.labels().size()).append(" before these\n");
        }
        found.problem().ifPresent(problem -> text.append('\n').append(problem).append('\n'));
        return text.append("\nRecovered changes can be undone. What is not recovered is kept beside the project.").toString();
    }

    private static String changes(int count) {
        return count == 1 ? "one change" : count + " changes";
    }

    private static String shown(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault()).format(time);
    }
}
