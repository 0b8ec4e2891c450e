package org.reelbench.rest;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import org.reelbench.project.Project;
import org.reelbench.render.MediaCatalog;

/**
 * What a published project may do besides being edited.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param catalogs finds the media of a state of the project; asked on the server's threads
 * @param exportFolder where films may be made; without it there are no exports
 * @param recordingFolder where recordings may be made; without it there are none
 */
public record ProjectSettings(Function<Project, MediaCatalog> catalogs, Optional<Path> exportFolder,
        Optional<Path> recordingFolder) {

    /**
     * Creates settings of a project for which nothing is recorded.
     *
     * @param catalogs finds the media of a state of the project; asked on the server's threads
     * @param exportFolder where films may be made; without it there are no exports
     */
    public ProjectSettings(Function<Project, MediaCatalog> catalogs, Optional<Path> exportFolder) {
        this(catalogs, exportFolder, Optional.empty());
    }
}
