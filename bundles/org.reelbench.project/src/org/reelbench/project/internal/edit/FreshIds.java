package org.reelbench.project.internal.edit;

import org.reelbench.project.Project;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/**
 * Ids for what a command makes: a letter and one more than the greatest number in use with it, so that the same project and
 * command give the same id everywhere, and nothing but the project must be remembered.
 */
final class FreshIds {

    private FreshIds() {
    }

    static Id clip(Project project) {
        return next(project, "c");
    }

    static Id transition(Project project) {
        return next(project, "t");
    }

    static Id media(Project project) {
        return next(project, "m");
    }

    static Id track(Project project, String letter) {
        return next(project, letter);
    }

    private static Id next(Project project, String letter) {
        long greatest = 0;
        for (MediaReference media : project.media()) {
            greatest = Math.max(greatest, media.id().numberAfter(letter));
        }
        for (Sequence sequence : project.sequences()) {
            greatest = Math.max(greatest, sequence.greatestNumber(letter));
        }
        return new Id(letter + (greatest + 1));
    }
}
