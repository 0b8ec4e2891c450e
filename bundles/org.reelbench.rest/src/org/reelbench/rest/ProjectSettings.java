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
 */
public record ProjectSettings(Function<Project, MediaCatalog> catalogs, Optional<Path> exportFolder) {
}
