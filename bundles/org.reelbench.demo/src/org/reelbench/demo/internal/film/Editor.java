package org.reelbench.demo.internal.film;

import java.util.Map;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.EditRefused;

/** Gives commands to a session, one after the other, as the window does. */
public final class Editor {

    private final ProjectSession session;

    /**
     * Creates an editor.
     *
     * @param session the project
     */
    public Editor(ProjectSession session) {
        this.session = session;
    }

    /**
     * Makes an edit.
     *
     * @param name which one
     * @param parameters its parameters
     * @return the id of the first thing it made, or an empty text
     * @throws CommandException if it is refused
     */
    public String edit(String name, Map<String, Object> parameters) throws CommandException {
        EditCommand command = EditCommand.of(name, session.revision());
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            command = command.with(parameter.getKey(), parameter.getValue());
        }
        try {
            Change change = session.execute(command);
            return change.created().isEmpty() ? "" : change.created().getFirst().value();
        } catch (EditRefused e) {
            throw refused(name, e);
        }
    }

    /**
     * Undoes the last edit.
     *
     * @throws CommandException if there is none
     */
    public void undo() throws CommandException {
        try {
            session.undo();
        } catch (EditRefused e) {
            throw refused("undo", e);
        }
    }

    private static CommandException refused(String name, EditRefused e) {
        return new CommandException(ExitCode.FAILED, "the edit '" + name + "' was refused: " + e.getMessage(), e);
    }
}
