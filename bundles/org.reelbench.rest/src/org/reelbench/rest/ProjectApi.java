package org.reelbench.rest;

import java.net.URI;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.project.ProjectSession;

/**
 * A service that lets projects that are open here be edited, exported and watched over HTTP.
 * <p>
 * For every thread. Present while the server listens; what is published stays so when the server starts anew.
 *
 * <pre>{@code
 * try (ProjectSession session = sessions.open(file);
 *         PublishedProject published = api.publish(session, new ProjectSettings(catalogs, Optional.of(folder)))) {
 *     print(api.uri(published));
 *     awaitEnd();
 * }
 * }</pre>
 */
@ProviderType
public interface ProjectApi {

    /**
     * Returns where the API is. Whoever knows it may do all that it offers, so it belongs in no log.
     *
     * @return an absolute address that ends in a slash
     */
    URI uri();

    /**
     * Returns where a project is.
     *
     * @param project one that is published
     * @return its address, which ends in a slash
     */
    default URI uri(PublishedProject project) {
        return uri().resolve("projects/" + project.id() + "/");
    }

    /**
     * Publishes a project. Commands are executed on the server's threads; listeners of the session hear of them as of any others.
     *
     * @param session the project, which stays the caller's and is open as long as it is published
     * @param settings what may be done besides editing
     * @return the publication, to be closed by the caller before the session
     */
    PublishedProject publish(ProjectSession session, ProjectSettings settings);
}
