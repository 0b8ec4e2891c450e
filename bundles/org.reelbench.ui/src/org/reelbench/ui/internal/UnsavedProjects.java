package org.reelbench.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.reelbench.project.Project;
import org.reelbench.project.ProjectInUse;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.project.UnsavedProject;

/** Projects that have no file yet: their journals are in a folder of the workbench, where the next start finds them. */
final class UnsavedProjects {

    private final Supplier<Optional<Path>> folder;
    private final RecoveryChoice choice;
    private final BiConsumer<String, Boolean> tell;

    /**
     * Creates the projects.
     *
     * @param folder where the journals are; empty where the workbench has no place of its own
     * @param choice what becomes of a project that is found
     * @param tell tells people one line, and whether it is a problem
     */
    UnsavedProjects(Supplier<Optional<Path>> folder, RecoveryChoice choice, BiConsumer<String, Boolean> tell) {
        this.folder = folder;
        this.choice = choice;
        this.tell = tell;
    }

    ProjectSession create(ProjectSessions sessions, Project project) {
        return folder.get().map(state -> sessions.create(project, state)).orElseGet(() -> sessions.create(project));
    }

    /** Asks about one project after the other, the latest first, until one is wanted; the others are found at the next start. */
    Optional<ProjectSession> recover(ProjectSessions sessions) throws IOException {
        Optional<Path> state = folder.get();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        for (UnsavedProject unsaved : sessions.findUnsaved(state.get())) {
            try {
                Optional<ProjectSession> session = sessions.openUnsaved(unsaved, choice);
                if (session.isPresent()) {
                    return session;
                }
            } catch (RecoveryQuestion.PutOff _) {
                tell.accept("Projects that were never saved will be offered again", false);
                return Optional.empty();
            } catch (ProjectInUse _) {
                // Another workbench has it.
                continue;
            } catch (IOException e) {
                tell.accept("Not recovered: " + e.getMessage(), true);
            }
        }
        return Optional.empty();
    }
}
