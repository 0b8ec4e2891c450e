package org.reelbench.workbench.closing.it;

import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.ui.Editor;
import org.reelbench.ui.JobFamilies;
import org.reelbench.ui.Transport;

/** What is done before the window is closed, and what is answered then. */
enum Task {

    /** Closes a window that plays. */
    PLAY {
        @Override
        void run(Window window, String film) {
            Editor editor = window.openEditor();
            window.until("there is a viewer", () -> window.service(Transport.class).isPresent());
            Transport transport = window.service(Transport.class).orElseThrow();
            window.act(transport::play);
            window.until("it plays", () -> editor.playheadFrame() >= 10 && window.ask(transport::isPlaying));
            window.close();
        }
    },

    /** Closes a window that exports: goes on first, then cancels the export. */
    EXPORT {
        @Override
        void run(Window window, String film) {
            window.openEditor();
            window.command("org.reelbench.file.export");
            Shell dialog = window.dialog("Export");
            window.act(() -> window.find(dialog, Text.class, Text::getEditable).setText(film));
            window.press(dialog, "Export");
            window.until("the export runs", () -> exports() == 1);
            window.close();
            window.press(window.dialog("An export is running"), "Go On");
            window.until("the question is gone", () -> !window.titles().contains("An export is running"));
            if (exports() != 1) {
                throw new AssertionError("the export did not go on");
            }
            window.close();
            window.press(window.dialog("An export is running"), "Cancel the Export and Quit");
        }
    },

    /** Closes a window with changes that are not saved, and forgets them. */
    CHANGED {
        @Override
        void run(Window window, String film) {
            Editor editor = window.openEditor();
            String track = editor.project().orElseThrow().sequence().tracks().getFirst().id().value();
            editor.executeNext(revision -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", track));
            window.until("there is something to save", () -> editor.project().orElseThrow().session().isDirty());
            window.close();
            window.until("it is asked", () -> window.titles().size() > 1);
            List<String> titles = window.titles();
            titles.remove(window.title());
            window.press(window.dialog(titles.getFirst()), "Don't Save");
        }
    };

    abstract void run(Window window, String film);

    private static int exports() {
        return Job.getJobManager().find(JobFamilies.EXPORT).length;
    }
}
