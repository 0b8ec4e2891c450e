package org.reelbench.capture;

import java.lang.reflect.Proxy;
import java.util.Optional;

import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.timeline.EditRefused;

/** A project that edits are made in, as by the real session, but that knows no history and no file. */
final class FakeSession {

    private Project project;
    private long revision;
    /** How often somebody else is quicker. */
    private int stale;

    FakeSession(Project project) {
        this.project = project;
    }

    Project project() {
        return project;
    }

    void refuseAsStale(int times) {
        stale = times;
    }

    ProjectSession session() {
        return (ProjectSession) Proxy.newProxyInstance(FakeSession.class.getClassLoader(),
                new Class<?>[] { ProjectSession.class },
                (_, method, arguments) -> switch (method.getName()) {
                case "project" -> project;
                case "revision" -> revision;
                case "file" -> Optional.empty();
                case "execute" -> execute((EditCommand) arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    Change execute(EditCommand command) throws EditRefused {
        if (stale > 0) {
            stale--;
            revision++;
            throw new StaleRevision(command.revision(), revision);
        }
        Project before = project;
        EditDraft draft = EditDraft.of(session());
        EditDraft.Step step = draft.make(command);
        project = draft.project();
        revision++;
        return new Change(Change.Kind.EDIT, before, project, command, step.label(), step.created(), revision);
    }
}
