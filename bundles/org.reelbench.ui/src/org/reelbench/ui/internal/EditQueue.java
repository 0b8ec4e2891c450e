package org.reelbench.ui.internal;

import java.util.concurrent.Executor;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.EditRefused;
import org.reelbench.ui.OpenProject;

/** Makes edits one after the other, off the UI thread, and tells what became of each. */
final class EditQueue {

    /** An edit, an undo or a redo. */
    @FunctionalInterface
    interface Edit {

        Change make(OpenProject project, ProjectSession session) throws EditRefused;
    }

    private final Executor edits;
    private final EditorState.Work work;
    private final Announcer announcer;
    private final Trials trials;

    EditQueue(Executor edits, EditorState.Work work, Announcer announcer, Trials trials) {
        this.edits = edits;
        this.work = work;
        this.announcer = announcer;
        this.trials = trials;
    }

    /** Makes an edit when its turn comes; without a project, says that there is none. */
    void add(@Nullable OpenProject project, Edit edit, Function<Change, String> label) {
        if (project == null) {
            announcer.told("Open a project first", true);
            return;
        }
        edits.execute(() -> {
            try {
                announcer.told(label.apply(edit.make(project, project.session())), false);
            } catch (EditRefused e) {
                announcer.told(sentence(e.getMessage()), true);
            } catch (RuntimeException e) {
                work.log("An edit failed", e);
                announcer.told("The edit failed: " + e.getMessage(), true);
            } finally {
                // An edit that changed nothing ends the trial, too.
                trials.drop(project);
            }
        });
    }

    /** Does something behind the edits already asked for. */
    void behind(Runnable action) {
        edits.execute(action);
    }

    static String sentence(@Nullable String message) {
        return message == null || message.isEmpty() ? "Refused" : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }
}
