package org.reelbench.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.project.Project;
import org.reelbench.timeline.Id;
import org.reelbench.ui.OpenProject;

/** Which sequences are opened one inside the other. */
final class SequencePath {

    private SequencePath() {
    }

    /** Opens a sequence inside of the one that is shown, or goes back to it where the path leads over it. */
    static OpenProject opened(OpenProject project, Id sequence) {
        List<Id> path = new ArrayList<>(project.path());
        if (sequence.equals(project.session().project().mainSequenceId())) {
            path.clear();
        } else if (path.contains(sequence)) {
            path = path.subList(0, path.indexOf(sequence) + 1);
        } else {
            path.add(sequence);
        }
        return new OpenProject(project.session(), project.catalog(), path);
    }

    /** Goes back as far as sequences are there after an edit; the same path if all of them are. */
    static OpenProject present(OpenProject project, Project after) {
        int kept = 0;
        while (kept < project.path().size() && after.sequence(project.path().get(kept)).isPresent()) {
            kept++;
        }
        return new OpenProject(project.session(), project.catalog(), project.path().subList(0, kept));
    }
}
