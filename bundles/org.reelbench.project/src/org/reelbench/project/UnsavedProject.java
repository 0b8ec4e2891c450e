package org.reelbench.project;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A project that was never saved, and whose changes are in a journal.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param folder the folder of its journal
 * @param lastChange when the journal was written last
 */
public record UnsavedProject(Path folder, Instant lastChange) {
}
