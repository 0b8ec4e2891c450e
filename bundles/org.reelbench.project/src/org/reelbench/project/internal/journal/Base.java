package org.reelbench.project.internal.journal;

import java.util.Optional;

import org.reelbench.project.Project;
import org.reelbench.project.internal.file.FileStamp;

/**
 * The state a journal begins with, and where it is on the disk: in the project file, or in a snapshot beside the journal.
 *
 * @param project the state
 * @param revision its revision
 * @param undo what could be undone then
 * @param redo what could be done again then
 * @param file the version of the project file the session works on, or empty if it has none
 * @param snapshot the file that holds the state if the project file does not
 */
public record Base(Project project, long revision, History undo, History redo, Optional<FileStamp> file,
        Optional<Snapshot> snapshot) {

    /** A file beside the journal. */
    public record Snapshot(String name, FileStamp stamp) {
    }

    Base with(Snapshot newSnapshot) {
        return new Base(project, revision, undo, redo, file, Optional.of(newSnapshot));
    }
}
