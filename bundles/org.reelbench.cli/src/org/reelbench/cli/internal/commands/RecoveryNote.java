package org.reelbench.cli.internal.commands;

import java.nio.file.Path;

import org.reelbench.project.RecoveryOutcome;

/** What a command that opens a project says when changes were found that were not saved: they are in what it saves. */
public final class RecoveryNote {

    private RecoveryNote() {
    }

    /** A sentence for people. */
    public static String of(Path file, RecoveryOutcome outcome) {
        int changes = outcome.found().changes();
        return file + ": " + (outcome.isRecovered()
                ? (changes == 1 ? "one change that was" : changes + " changes that were")
                        + " not saved last time " + (changes == 1 ? "is" : "are") + " in the project again"
                : "changes that were not saved last time are not in the project")
                + outcome.kept().map(folder -> "; what was not used is kept in " + folder).orElse("");
    }
}
