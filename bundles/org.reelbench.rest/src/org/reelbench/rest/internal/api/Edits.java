package org.reelbench.rest.internal.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.ProjectChangedOnDisk;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.rest.internal.answer.Call;
import org.reelbench.rest.internal.answer.Problem;
import org.reelbench.rest.internal.answer.Reply;
import org.reelbench.timeline.EditRefused;

/** What changes a project. */
final class Edits {

    /** A script, as the command line reads it. */
    static final String SCRIPT = "text/plain";

    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    private Edits() {
    }

    /** Something that a session does. */
    @FunctionalInterface
    interface Edit {

        /** Does it. */
        Change make(ProjectSession session) throws EditRefused;
    }

    /** Executes the command of the body, or all of a script as one. */
    static Reply execute(ProjectSession session, Call call) throws Problem, IOException {
        if (call.type().equals(SCRIPT)) {
            List<String> lines = call.text().lines().toList();
            return change(session, edited -> script(edited, lines));
        }
        call.require(Reply.JSON);
        String json = call.text();
        return change(session, edited -> edited.execute(EditCommand.ofJson(json)));
    }

    /** Does something, and says what it did. */
    static Reply change(ProjectSession session, Edit edit) throws Problem {
        try {
            Change change = edit.make(session);
            return Reply.of(json -> ProjectState.write(json, change));
        } catch (StaleRevision e) {
            throw new Problem(CONFLICT, e.getMessage() + "; look at the project again", e);
        } catch (EditRefused e) {
            throw new Problem(REFUSED, e.getMessage(), e);
        }
    }

    /** There is no file to speak of. */
    static Problem noFile() {
        return new Problem(CONFLICT, "the project has no file yet; who opened it saves it first");
    }

    /** Saves. */
    static Reply save(Published project) throws Problem {
        if (project.session().file().isEmpty()) {
            throw noFile();
        }
        try {
            project.session().save();
            return Reply.of(json -> ProjectState.write(json, project, Optional.empty()));
        } catch (ProjectChangedOnDisk e) {
            throw new Problem(CONFLICT, e.getMessage(), e);
        } catch (IOException e) {
            throw new Problem(507, e.getMessage(), e);
        }
    }

    private static Change script(ProjectSession session, List<String> lines) throws EditRefused {
        EditDraft draft = EditDraft.of(session);
        for (int i = 0; i < lines.size(); i++) {
            try {
                Optional<EditCommand> command = EditCommands.ofLine(lines.get(i), draft.project(), draft.revision());
                if (command.isPresent()) {
                    draft.make(command.get());
                }
            } catch (EditRefused e) {
                throw new EditRefused("line " + (i + 1) + ": " + e.getMessage() + "; the project is as it was", e);
            }
        }
        if (draft.steps().isEmpty()) {
            throw new EditRefused("the script has no command");
        }
        return session.execute(draft.command("Edits of a script"));
    }
}
