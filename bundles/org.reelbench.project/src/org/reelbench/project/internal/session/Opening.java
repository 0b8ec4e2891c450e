package org.reelbench.project.internal.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.Project;
import org.reelbench.project.Recovery;
import org.reelbench.project.RecoveryOutcome;
import org.reelbench.project.internal.edit.Growth;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.journal.Base;
import org.reelbench.project.internal.journal.Entry;
import org.reelbench.project.internal.journal.Finder;
import org.reelbench.project.internal.journal.History;
import org.reelbench.project.internal.journal.JournalPlace;

/**
 * What a session begins with.
 *
 * @param place where its journal is
 * @param problem why it has none
 * @param saved what is in the file
 * @param base the state the journal begins with
 * @param state the state the session begins with
 * @param entries what led from the one to the other
 * @param found what was found, and null if nothing was
 * @param isRecovered whether it was used
 * @param toKeep files to be kept
 */
record Opening(Optional<JournalPlace> place, Optional<String> problem, FileSession.Saved saved, Base base,
        FileSession.State state, List<Entry> entries, @Nullable Recovery found, boolean isRecovered, List<Path> toKeep) {

    /** Returns a session that begins with what is saved. */
    static Opening clean(Places.Taken taken, Project project, FileSession.Saved saved) {
        Optional<FileStamp> stamp = saved.version().stamp();
        Base base = new Base(project, 0, History.EMPTY, History.EMPTY, stamp, Optional.empty());
        return new Opening(taken.place(), taken.problem(), saved, base,
                new FileSession.State(project, 0, History.EMPTY, History.EMPTY), List.of(), null, false, List.of());
    }

    /** Returns a session that leaves what was found alone. */
    Opening without(Finder.Found what) {
        return new Opening(place, problem, saved, base, state, List.of(), what.recovery(), false, what.files());
    }

    /** Returns a session that goes on where the journal ends. */
    Opening with(Finder.Found what, Finder.Restored restored) {
        return new Opening(place, problem, saved, restored.base(),
                new FileSession.State(restored.project(), restored.revision(), restored.undo(), restored.redo()),
                restored.entries(), what.recovery(), true, what.used());
    }

    /** Returns how long recordings are that have grown since what the session begins with was written. */
    Growth growth() {
        Growth known = Growth.NONE;
        for (Entry entry : entries) {
            if (entry instanceof Entry.Made made && made.change().kind() == Change.Kind.GROWTH) {
                known = known.with(made.change());
            }
        }
        return known;
    }

    Optional<RecoveryOutcome> outcome(Optional<Path> kept) {
        Recovery recovery = found;
        return recovery == null ? Optional.empty() : Optional.of(new RecoveryOutcome(recovery, isRecovered, kept));
    }
}
