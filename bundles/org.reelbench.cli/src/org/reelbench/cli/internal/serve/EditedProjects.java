package org.reelbench.cli.internal.serve;

import java.nio.file.Path;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Console;
import org.reelbench.project.ProjectSessions;
import org.reelbench.rest.ProjectApi;

/** Opens projects for edits over HTTP, where that is part of the installation and the server listens. */
@Component(service = EditedProjects.class)
public final class EditedProjects {

    private final ProjectSessions sessions;
    private final ProjectApi api;

    /**
     * Creates it.
     *
     * @param sessions opens projects
     * @param api publishes them
     */
    @Activate
    public EditedProjects(@Reference ProjectSessions sessions, @Reference ProjectApi api) {
        this.sessions = sessions;
        this.api = api;
    }

    Served project(Path file, ShownPreviews shown, Optional<Path> exportFolder, Console console) {
        return new EditedProject(file, sessions, api, shown, exportFolder, console);
    }
}
