package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;
import java.util.Optional;

import org.reelbench.ui.tracks.internal.model.TwoUp;

/**
 * What is seen of a drag beside the edits it means.
 *
 * @param name what the edits do together, for people, if they are several
 * @param guides the frames at which guide lines stand
 * @param note what is said beside the mouse
 * @param twoUp the frames on both sides of the cut that is trimmed
 */
public record Proposal(String name, List<Long> guides, String note, Optional<TwoUp> twoUp) {

    /** Creates it with a list of its own. */
    public Proposal {
        guides = List.copyOf(guides);
    }

    /**
     * Creates one without pictures.
     *
     * @param name what the edits do together
     * @param guides the frames at which guide lines stand
     * @param note what is said beside the mouse
     */
    public Proposal(String name, List<Long> guides, String note) {
        this(name, guides, note, Optional.empty());
    }
}
