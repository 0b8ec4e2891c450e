package org.reelbench.project.internal.file;

import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.ProjectFormatException;
import org.reelbench.project.internal.json.Json;

/**
 * Makes the exceptions of one project file.
 */
record ProblemReport(Path file) {

    ProjectFormatException at(Json place, String where, String problem, String remedy) {
        return at(place, where, problem, remedy, null);
    }

    ProjectFormatException at(Json place, String where, String problem, String remedy, @Nullable Throwable cause) {
        String prefix = where.isEmpty() ? "" : where + ": ";
        return new ProjectFormatException(file, place.line(), place.column(), prefix + problem, remedy, cause);
    }
}
