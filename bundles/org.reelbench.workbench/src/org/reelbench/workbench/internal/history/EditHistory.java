package org.reelbench.workbench.internal.history;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.project.ProjectSession;

/**
 * The edits around the present one, in the order they were made. The first entry stands for what was there before them.
 *
 * @param entries the entries, the oldest first
 * @param present the index of the entry whose edit was made last
 */
record EditHistory(List<Entry> entries, int present) {

    /** How many edits are shown on either side of the present; more than anybody counts back by eye. */
    static final int MOST = 200;

    /** Nothing is open. */
    static final EditHistory NONE = new EditHistory(List.of(), -1);

    private static final String START = "Opened";
    private static final String EARLIER = "Earlier edits";

    /**
     * One edit.
     *
     * @param label what it did
     * @param isUndone whether it is undone now
     */
    record Entry(String label, boolean isUndone) {
    }

    /** Keeps a list of its own. */
    EditHistory {
        entries = List.copyOf(entries);
    }

    static EditHistory of(ProjectSession session) {
        return of(session.undoLabels(MOST + 1), session.redoLabels(MOST));
    }

    /**
     * Makes the list.
     *
     * @param undo what would be undone, the last edit first; one more than is shown if there are earlier ones
     * @param redo what would be done again, the next edit first
     */
    static EditHistory of(List<String> undo, List<String> redo) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(undo.size() > MOST ? EARLIER : START, false));
        undo.stream().limit(MOST).toList().reversed().forEach(label -> entries.add(new Entry(label, false)));
        int present = entries.size() - 1;
        redo.forEach(label -> entries.add(new Entry(label, true)));
        return new EditHistory(entries, present);
    }

    /** How many edits are to be done again to come to an entry; below zero, to be undone. */
    int stepsTo(int index) {
        return index - present;
    }
}
