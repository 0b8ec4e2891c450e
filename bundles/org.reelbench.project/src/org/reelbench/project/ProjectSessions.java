package org.reelbench.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens and creates projects for editing; an OSGi service.
 *
 * <pre>{@code
 * @Activate
 * EditSubcommand(@Reference ProjectSessions sessions) { … }
 * …
 * try (ProjectSession session = sessions.open(Path.of("film.reel"))) { … }
 * }</pre>
 *
 * Safe for every thread. A project is open once at a time, on all computers that reach its folder; {@link ProjectFile#load}
 * reads one without opening it, and is what to use where nothing is edited.
 */
@ProviderType
public interface ProjectSessions {

    /**
     * Opens a project file. Changes that were not saved when Reelbench ended last are made again if they were made on the file as
     * it is, as by {@link RecoveryChoice#SAFE}.
     *
     * @param file the project file
     * @return a session at revision zero, clean if nothing was recovered; to be closed
     * @throws ProjectInUse if the project is open already
     * @throws IOException as {@link ProjectFile#load} throws it
     */
    default ProjectSession open(Path file) throws IOException {
        return open(file, RecoveryChoice.SAFE);
    }

    /**
     * Opens a project file.
     *
     * @param file the project file
     * @param choice is asked if there are changes that were not saved when Reelbench ended last
     * @return a session, clean and at revision zero if nothing was recovered; to be closed
     * @throws ProjectInUse if the project is open already
     * @throws IOException as {@link ProjectFile#load} throws it, or as the choice does
     */
    ProjectSession open(Path file, RecoveryChoice choice) throws IOException;

    /**
     * Creates a session for a project that has no file yet. Its changes are in no journal before it has one.
     *
     * @param project the first state
     * @return a clean session at revision zero, to be saved by {@link ProjectSession#saveAs}; to be closed
     */
    ProjectSession create(Project project);

    /**
     * Creates a session for a project that has no file yet, with a journal in another folder until it has one.
     *
     * @param project the first state
     * @param stateFolder the folder in which journals of such projects are; created if need be
     * @return a clean session at revision zero, to be saved by {@link ProjectSession#saveAs}; to be closed
     */
    ProjectSession create(Project project, Path stateFolder);

    /**
     * Finds projects that were never saved and are not open.
     *
     * @param stateFolder the folder in which their journals are; need not exist
     * @return the projects, that of the latest change first
     * @throws IOException if the folder cannot be read
     */
    List<UnsavedProject> findUnsaved(Path stateFolder) throws IOException;

    /**
     * Opens a project that was never saved.
     *
     * @param unsaved the project
     * @return a dirty session without a file; to be closed
     * @throws ProjectInUse if somebody has opened it meanwhile
     * @throws IOException if nothing can be made of its journal, which is kept and not found again; or if the project has been saved
     *         after all
     */
    default ProjectSession openUnsaved(UnsavedProject unsaved) throws IOException {
        return openUnsaved(unsaved, RecoveryChoice.ALL)
                .orElseThrow(() -> new IOException(unsaved.folder() + ": the project was saved meanwhile"));
    }

    /**
     * Opens a project that was never saved, if that is chosen.
     *
     * @param unsaved the project
     * @param choice is asked, unless nothing can be made of the journal
     * @return a dirty session without a file, to be closed; empty if it was skipped, and then its journal is kept and not found
     *         again, or if it has been saved after all
     * @throws ProjectInUse if somebody has opened it meanwhile
     * @throws IOException if nothing can be made of its journal; it is kept, and not found again; or as the choice throws it, and
     *         then the project is found again
     */
    Optional<ProjectSession> openUnsaved(UnsavedProject unsaved, RecoveryChoice choice) throws IOException;

    /**
     * Removes a project that was never saved.
     *
     * @param unsaved the project
     * @throws ProjectInUse if somebody has opened it meanwhile
     * @throws IOException if it could not be removed
     */
    void forget(UnsavedProject unsaved) throws IOException;
}
