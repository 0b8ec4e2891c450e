package org.reelbench.project.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.reelbench.project.ProjectInUse;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.journal.JournalPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the places of journals. A folder that cannot be written, on a read-only disk for example, keeps nobody from working.
 */
final class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private Places() {
    }

    /**
     * A place, or why there is none.
     */
    record Taken(Optional<JournalPlace> place, Optional<String> problem) {

        Taken(Optional<JournalPlace> place) {
            this(place, Optional.empty());
        }

        void close() {
            if (place.isPresent()) {
                try {
                    place.get().close();
                } catch (IOException e) {
                    LOG.warn("The place of the journal, {}, cannot be freed: {}", place.get().folder(), e.toString());
                }
            }
        }

        /** The journal of a file that was replaced belongs to nothing any more, and is nobody's to throw away. */
        void keepWhatIsThere() throws IOException {
            if (place.isPresent()) {
                place.get().keepGenerations();
            }
        }
    }

    /**
     * Takes the place of a project file.
     *
     * @throws ProjectInUse if the project is open already
     */
    static Taken take(FileOperations disk, Path file) throws ProjectInUse {
        try {
            return Files.isDirectory(file) ? new Taken(Optional.empty()) : take(disk, JournalPlace.beside(file), file);
        } catch (ProjectInUse e) {
            throw e;
        } catch (IOException e) {
            LOG.info("There can be no journal of {}: {}", file, e.toString());
            return new Taken(Optional.empty(), Optional.of("changes are not secured against a crash: " + e.getMessage()));
        }
    }

    /**
     * Takes a folder.
     *
     * @throws ProjectInUse if somebody has it
     */
    static Taken take(FileOperations disk, Path folder, Path shown) throws IOException {
        JournalPlace.Attempt attempt = JournalPlace.take(disk, folder);
        if (attempt.place().isEmpty()) {
            throw new ProjectInUse(shown, attempt.holder());
        }
        return new Taken(attempt.place());
    }
}
