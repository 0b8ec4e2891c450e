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
enum RecoveryQuestion implements RecoveryChoice {

    /** About changes of a project that has a file. */
    OF_CHANGES("Changes were not saved", "Open Without Them", "Cancel") {
        @Override
        String begin(Recovery found) {
            return "Reelbench ended before " + changes(found) + " of '" + found.name() + "' could be saved" + when(found)
                    + ":\n\n";
        }

        @Override
        String end(Recovery found) {
            return "Recovered changes can be undone. What is not recovered is kept beside the project.";
        }
    },

    /** About a project that has none. */
    OF_UNSAVED("A project was never saved", "Do Not Recover", "Ask Again Later") {
        @Override
        String begin(Recovery found) {
            String name = found.name().isBlank() ? "A project" : "'" + found.name() + "'";
            return name + " had never been saved when Reelbench ended. It has " + changes(found) + when(found) + ":\n\n";
        }

        @Override
        String end(Recovery found) {
            return "Recovered, it is as it was, still to be saved under a name. If it is not, what is left of it is kept in "
                    + found.place() + ".";
        }
    };

    /** There is no answer yet: it will be asked again. */
    static final class PutOff extends IOException {

        private static final long serialVersionUID = 1L;

        PutOff() {
            super("opening was cancelled; the changes that were not saved will be offered again");
        }
    }

    private static final int RECOVER = 0;
    private static final int SKIP = 1;
    private static final int CANCEL = 2;

    private final String title;
    private final String skip;
    private final String cancel;

    RecoveryQuestion(String title, String skip, String cancel) {
        this.title = title;
        this.skip = skip;
        this.cancel = cancel;
    }

    abstract String begin(Recovery found);

    abstract String end(Recovery found);

    @Override
    public Answer choose(Recovery found) throws PutOff, IOException {
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
        default -> throw new PutOff();
        };
    }

    private int ask(Recovery found) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return MessageDialog.open(MessageDialog.QUESTION, window == null ? null : window.getShell(), title, text(found),
                SWT.SHEET,
                "Recover", skip, cancel);
    }

    /** Returns what is asked. */
    String text(Recovery found) {
        StringBuilder text = new StringBuilder(begin(found));
        found.labels().forEach(label -> text.append("  • ").append(label).append('\n'));
        if (found.changes() > found.labels().size()) {
            text.append("  … and ").append(found.changes() - found.labels().size()).append(" before these\n");
        }
        found.problem().ifPresent(problem -> text.append('\n').append(problem).append('\n'));
        return text.append('\n').append(end(found)).toString();
    }

    private static String changes(Recovery found) {
        return found.changes() == 1 ? "one change" : found.changes() + " changes";
    }

    private static String when(Recovery found) {
        return found.lastChange().map(RecoveryQuestion::shown).map(time -> ", the last at " + time).orElse("");
    }

    private static String shown(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault()).format(time);
    }
}
