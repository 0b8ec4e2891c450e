package org.reelbench.project.internal.file;

import java.io.IOException;
import java.nio.file.Path;

import org.reelbench.project.Project;

/**
 * Writes the text of a project into its file.
 */
public final class ProjectText {

    private ProjectText() {
    }

    /**
     * Saves in one step.
     *
     * @throws IOException if nothing was saved, with a message for a person
     */
    public static void save(Project project, Path file) throws IOException {
        save(project, file, new AtomicSave());
    }

    static void save(Project project, Path file, AtomicSave disk) throws IOException {
        disk.save(file, (target, out) -> {
            new ProjectWriter(out, MediaPaths.of(target)).write(project);
            out.write('\n');
        });
    }
}
