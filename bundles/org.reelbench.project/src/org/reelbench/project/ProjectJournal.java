package org.reelbench.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.internal.journal.JournalLog;
import org.reelbench.timeline.Id;

/**
 * What the journal beside a project file holds, to look at: recent edits in the order they were made. All of it is on the disk.
 *
 * <pre>{@code
 * ProjectJournal.read(Path.of("film.reel")).entries().forEach(entry -> System.out.println(entry.label()));
 * }</pre>
 *
 * Immutable, safe for every thread. A journal is begun anew when the project is saved, with the latest edits that can still be
 * undone, and removed when a saved project is closed: it is no archive.
 *
 * @param entries the edits, the earliest first
 * @param problem why this is not all that was written, for people; empty if it is
 */
public record ProjectJournal(List<Entry> entries, Optional<String> problem) {

    /** What an entry stands for. */
    public enum Kind {
        /** A command was executed. */
        EDIT,
        /** A command was undone. */
        UNDO,
        /** A command that had been undone was done again. */
        REDO,
        /** A recording has become longer. */
        GROWTH
    }

    /**
     * Creates a journal.
     */
    public ProjectJournal {
        entries = List.copyOf(entries);
    }

    /**
     * An edit, an undo or a redo.
     *
     * @param kind which of them
     * @param revision the revision after it, of the session that made it
     * @param date when it was made; empty if the journal does not tell
     * @param label what the command did, for people
     * @param command the command
     * @param created the ids of what the command made
     * @param isSaved whether it is in the project file; if not, it is found again when the project is opened
     */
    public record Entry(Kind kind, long revision, Optional<Instant> date, String label, EditCommand command, List<Id> created,
            boolean isSaved) {

        /**
         * Creates an entry.
         */
        public Entry {
            created = List.copyOf(created);
        }
    }

    /**
     * Reads the journal of a project, which may be open. Costs the size of the journal.
     *
     * @param projectFile the project file
     * @return its journal, without entries if there is none
     * @throws IOException if the journal cannot be read
     */
    public static ProjectJournal read(Path projectFile) throws IOException {
        return JournalLog.read(projectFile);
    }
}
