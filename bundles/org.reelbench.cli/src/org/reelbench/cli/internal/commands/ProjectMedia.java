package org.reelbench.cli.internal.commands;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.MissingMedium;
import org.reelbench.project.Project;
import org.reelbench.timeline.MediaReference;

/** The files of a project's media. */
final class ProjectMedia {

    private ProjectMedia() {
    }

    /** Returns where a medium's file is, or empty for a path of another platform. */
    static Optional<Path> file(MediaReference medium) {
        try {
            return Optional.of(Path.of(medium.path()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a file is not there; what lies on other machines is not looked for. */
    static boolean isMissing(MediaReference medium) {
        return !medium.isRemote() && !file(medium).filter(Files::isRegularFile).isPresent();
    }

    static List<MissingMedium> missing(Project project) {
        return project.media().stream().filter(ProjectMedia::isMissing).map(ProjectMedia::asMissing).toList();
    }

    static MissingMedium asMissing(MediaReference medium) {
        return new MissingMedium(medium.id().value(), medium.path(), medium.fingerprint());
    }
}
