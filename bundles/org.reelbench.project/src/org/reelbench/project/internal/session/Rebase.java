package org.reelbench.project.internal.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.internal.edit.Operations;
import org.reelbench.project.internal.edit.UnitOperations;
import org.reelbench.timeline.EditRefused;

/**
 * Decides whether a command that was decided on one state can be made on another. A unit can if each of its steps can where the
 * steps before have been made on both: what they create may have another id there, and a later step would then mean another.
 */
final class Rebase {

    private final Optional<Path> folder;
    private Project then;
    private Project now;

    private Rebase(Project then, Project now, Optional<Path> folder) {
        this.then = then;
        this.now = now;
        this.folder = folder;
    }

    static boolean isPossible(Project then, Project now, Optional<Path> folder, EditCommand command) {
        return new Rebase(then, now, folder).isPossible(command);
    }

    private boolean isPossible(EditCommand command) {
        if (!command.name().equals(EditCommands.UNIT)) {
            return Targets.areUnchanged(then, now, command);
        }
        List<EditCommand> steps;
        try {
            steps = UnitOperations.steps(command);
        } catch (EditRefused _) {
            // Let it be refused for what it is.
            return true;
        }
        for (EditCommand step : steps) {
            if (!isPossible(step)) {
                return false;
            }
            // A unit among the steps has been made by now.
            if (!step.name().equals(EditCommands.UNIT)) {
                Optional<Project> next = after(now, step);
                if (next.isEmpty()) {
                    return true;
                }
                now = next.get();
                Optional<Project> other = after(then, step);
                if (other.isEmpty()) {
                    return false;
                }
                then = other.get();
            }
        }
        return true;
    }

    private Optional<Project> after(Project project, EditCommand step) {
        try {
            return Optional.of(Operations.apply(project, folder, step).project());
        } catch (EditRefused _) {
            return Optional.empty();
        }
    }
}
