package org.reelbench.project.internal.session;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;

/**
 * The service that opens sessions; keeps none of them.
 */
@Component
public final class FileSessions implements ProjectSessions {

    @Override
    public ProjectSession open(Path file) throws IOException {
        return new FileSession(ProjectFile.load(file), file);
    }

    @Override
    public ProjectSession create(Project project) {
        return new FileSession(project, null);
    }
}
