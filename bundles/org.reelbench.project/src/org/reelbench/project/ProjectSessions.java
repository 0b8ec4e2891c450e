package org.reelbench.project;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens and creates projects for editing; an OSGi service.
 *
 * <pre>{@code
 * @Activate
 * EditSubcommand(@Reference ProjectSessions sessions) { … }
 * …
 * ProjectSession session = sessions.open(Path.of("film.reel"));
 * }</pre>
 *
 * Safe for every thread. Each call gives a session of its own: two sessions on one file do not know of each other, and the one
 * saved last wins.
 */
@ProviderType
public interface ProjectSessions {

    /**
     * Opens a project file.
     *
     * @param file the project file
     * @return a clean session at revision zero
     * @throws IOException as {@link ProjectFile#load} throws it
     */
    ProjectSession open(Path file) throws IOException;

    /**
     * Creates a session for a project that has no file yet.
     *
     * @param project the first state
     * @return a clean session at revision zero, to be saved by {@link ProjectSession#saveAs}
     */
    ProjectSession create(Project project);
}
