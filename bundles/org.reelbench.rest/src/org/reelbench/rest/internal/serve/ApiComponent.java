package org.reelbench.rest.internal.serve;

import java.net.URI;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.project.ProjectSession;
import org.reelbench.rest.ProjectApi;
import org.reelbench.rest.ProjectSettings;
import org.reelbench.rest.PublishedProject;
import org.reelbench.rest.internal.api.Projects;

/** Publishes projects while the server listens. */
@Component
public final class ApiComponent implements ProjectApi {

    private final HttpEndpoint endpoint;
    private final Projects projects;

    /**
     * Creates it.
     *
     * @param endpoint knows where the server is
     * @param projects keep what is published
     */
    @Activate
    public ApiComponent(@Reference HttpEndpoint endpoint, @Reference Projects projects) {
        this.endpoint = endpoint;
        this.projects = projects;
    }

    @Override
    public URI uri() {
        return endpoint.uri(ApiServlet.PATH);
    }

    @Override
    public PublishedProject publish(ProjectSession session, ProjectSettings settings) {
        return projects.publish(session, settings);
    }
}
