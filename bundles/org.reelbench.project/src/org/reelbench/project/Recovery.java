package org.reelbench.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Changes that were not saved when Reelbench ended last, found in a project's journal.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param kind whether they can be made again
 * @param place the project file, or the folder of the journal if the project was never saved
 * @param name what a person calls the project
 * @param changes how many can be made again
 * @param unusable how many were found and cannot be
 * @param labels what the last of them did, for people, latest first; at most five
 * @param lastChange when the last of them was made; empty if there is none
 * @param problem why not all can be made again, for people; empty if all can
 */
public record Recovery(Kind kind, Path place, String name, int changes, int unusable, List<String> labels,
        Optional<Instant> lastChange, Optional<String> problem) {

    /** What can be done with the changes. */
    public enum Kind {
        /** They were made on the project as it is in its file. */
        READY,
        /**
         * They were made on another version of the file, which somebody has changed since; those that fit have been tried on
         * this one. A journal with a snapshot of its own leads to the project as it was then, without what changed since.
         */
        OTHER_VERSION,
        /** Nothing can be done with them here: the problem says why. The journal is kept. */
        UNUSABLE
    }

    /**
     * Creates a description.
     */
    public Recovery {
        labels = List.copyOf(labels);
    }
}
