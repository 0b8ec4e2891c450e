package org.reelbench.project.internal.edit;

import java.util.List;
import java.util.stream.LongStream;

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

    /** Returns ids for as many clips; the first is that of {@link #clip}. */
    static List<Id> clips(Project project, int count) {
        long first = greatest(project, "c") + 1;
        return LongStream.range(first, first + count).mapToObj(number -> new Id("c" + number)).toList();
    }

    /** Returns ids for as many links. */
    static List<Id> links(Project project, int count) {
        long first = greatest(project, "l") + 1;
        return LongStream.range(first, first + count).mapToObj(number -> new Id("l" + number)).toList();
    }

    static Id group(Project project) {
        return next(project, "g");
    }

    static Id marker(Project project) {
        return next(project, "mk");
    }

    static Id sequence(Project project) {
        return next(project, "s");
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
        return new Id(letter + (greatest(project, letter) + 1));
    }

    private static long greatest(Project project, String letter) {
        long greatest = 0;
        for (MediaReference media : project.media()) {
            greatest = Math.max(greatest, media.id().numberAfter(letter));
        }
        for (Sequence sequence : project.sequences()) {
            greatest = Math.max(greatest, sequence.greatestNumber(letter));
        }
        return greatest;
    }
}
