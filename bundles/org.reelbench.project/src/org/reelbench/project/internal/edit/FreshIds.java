package org.reelbench.project.internal.edit;

import org.reelbench.project.Project;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.Transition;

/**
 * Ids for what a command makes: a letter and one more than the greatest number in use with it, so that the same project and
 * command give the same id everywhere, and nothing but the project must be remembered.
 */
final class FreshIds {

    /** Longer numbers were not given by Reelbench, and one more than them might not be a number any more. */
    private static final int MAX_DIGITS = 15;

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
            greatest = Math.max(greatest, number(media.id(), letter));
        }
        for (Sequence sequence : project.sequences()) {
            greatest = Math.max(greatest, number(sequence.id(), letter));
            for (Track track : sequence.tracks()) {
                greatest = Math.max(greatest, number(track.id(), letter));
                for (Item item : track.items()) {
                    greatest = switch (item) {
                    case Clip clip -> Math.max(greatest, number(clip.id(), letter));
                    case Transition transition -> Math.max(greatest, number(transition.id(), letter));
                    case Gap _ -> greatest;
                    };
                }
            }
        }
        return new Id(letter + (greatest + 1));
    }

    private static long number(Id id, String letter) {
        String text = id.value();
        int digits = text.length() - letter.length();
        if (digits < 1 || digits > MAX_DIGITS || !text.startsWith(letter)) {
            return 0;
        }
        long number = 0;
        for (int i = letter.length(); i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
