package org.reelbench.interchange;

import java.util.List;

import org.reelbench.timeline.Extras;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/**
 * What was read from a timeline file, ready to become a project. Immutable, safe for every thread.
 * <p>
 * The sequences keep the rules of {@link org.reelbench.timeline.Invariants}, name only media of the list and none contains
 * itself. The paths of media are absolute where the system knows such paths.
 *
 * @param name what the file calls the timeline; the file's own name without ending where it has none
 * @param sequences the sequences, at least one; the first is the main one
 * @param media the media they use, and those the file holds besides
 * @param notCarriedOver what the sequences do not show as it was meant, in the order of the file; empty if all is carried over
 * @param extras what the file holds beyond sequences and media, kept for whoever can use it
 */
public record ImportedTimeline(String name, List<Sequence> sequences, List<MediaReference> media,
        List<NotCarriedOver> notCarriedOver, Extras extras) {

    /**
     * Creates the result.
     *
     * @throws IllegalArgumentException if there is no sequence
     */
    public ImportedTimeline {
        sequences = List.copyOf(sequences);
        media = List.copyOf(media);
        notCarriedOver = List.copyOf(notCarriedOver);
        if (sequences.isEmpty()) {
            throw new IllegalArgumentException("a timeline has at least one sequence");
        }
    }
}
