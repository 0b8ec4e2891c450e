package org.reelbench.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a journal that was found when a project was opened.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param found what was found
 * @param isRecovered whether its changes were made again
 * @param kept the folder in which what was not used is kept; empty if everything was used
 */
public record RecoveryOutcome(Recovery found, boolean isRecovered, Optional<Path> kept) {
}
