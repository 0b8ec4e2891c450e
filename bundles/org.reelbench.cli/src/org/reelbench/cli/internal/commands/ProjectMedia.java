package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MissingMedium;
import org.reelbench.project.Project;
import org.reelbench.timeline.ImageSequence;
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

    /** Tells whether a file, or every file of an image sequence, is not there; what lies on other machines is not looked for. */
    static boolean isMissing(MediaReference medium) {
        ImageSequence images = medium.imageSequence();
        return !medium.isRemote() && (images == null
                ? file(medium).filter(Files::isRegularFile).isEmpty()
                : file(medium).filter(pattern -> hasImages(pattern, images)).isEmpty());
    }

    private static boolean hasImages(Path pattern, ImageSequence images) {
        try (ImageFiles _ = ImageFiles.open(pattern, images.firstNumber(), images.count(), images.frameRate())) {
            return true;
        } catch (MediaException | IOException _) {
            // Not there, or not to be read: in both cases somebody has to say where they are.
            return false;
        }
    }

    static List<MissingMedium> missing(Project project) {
        return project.media().stream().filter(ProjectMedia::isMissing).map(ProjectMedia::asMissing).toList();
    }

    static MissingMedium asMissing(MediaReference medium) {
        return new MissingMedium(medium.id().value(), medium.path(), medium.fingerprint());
    }
}
