package org.reelbench.project.internal.journal;

import java.nio.file.Path;

import org.reelbench.project.Change;
import org.reelbench.project.internal.file.FileStamp;

/**
 * Something that happened to a project since the state its journal begins with.
 */
public sealed interface Entry {

    /** Returns the revision after it. */
    long revision();

    /** A change with the history after it, and when it was made. */
    record Made(Change change, History undo, History redo, long dateMs) implements Entry {

        @Override
        public long revision() {
            return change.revision();
        }
    }

    /**
     * The state of a revision is about to become the content of a file. It is known before, because afterwards the journal could
     * not tell the file from one that somebody else wrote.
     */
    record Mark(Path file, FileStamp stamp, long revision) implements Entry {
    }
}
