package org.reelbench.media;

import java.nio.file.Path;
import java.util.List;

/**
 * What a search for missing media came to.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param found what was found, in the order of the question
 * @param missing what was not found
 * @param notes what a person should know: folders that could not be read, files of the right name with other content
 */
public record MediaSearch(List<Found> found, List<MissingMedium> missing, List<String> notes) {

    /** Why a file is taken for the missing medium. */
    public enum Match {
        /** It has the same fingerprint. */
        CONTENT,
        /** No fingerprint is known, and it is the only file of this name. */
        NAME
    }

    /**
     * A medium that was found again.
     *
     * @param medium the medium
     * @param file where it is now
     * @param fingerprint the file's fingerprint
     * @param match why it is this file
     */
    public record Found(MissingMedium medium, Path file, String fingerprint, Match match) {
    }

    /**
     * Creates the result.
     */
    public MediaSearch {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }
}
