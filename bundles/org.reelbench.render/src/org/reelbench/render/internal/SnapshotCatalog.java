package org.reelbench.render.internal;

import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.MediaCatalogOver;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * A catalog of media together with the sequences of one state of a project.
 *
 * @param media finds the media
 * @param sequences the sequences
 */
public record SnapshotCatalog(MediaCatalog media, List<Sequence> sequences) implements MediaCatalogOver {

    /** Creates the catalog with a list of its own, which is the same one if it cannot change. */
    public SnapshotCatalog {
        sequences = List.copyOf(sequences);
    }

    @Override
    public Sequence sequence(Id id) throws MediaException {
        for (Sequence sequence : sequences) {
            if (sequence.id().equals(id)) {
                return sequence;
            }
        }
        return media.sequence(id);
    }

    /** Tells without looking into long tracks whether both show the same: an edit makes another list. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SnapshotCatalog catalog && media.equals(catalog.media) && sequences == catalog.sequences;
    }

    @Override
    public int hashCode() {
        return Objects.hash(media, System.identityHashCode(sequences));
    }
}
