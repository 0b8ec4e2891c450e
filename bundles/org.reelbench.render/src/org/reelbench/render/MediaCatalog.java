package org.reelbench.render;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;
import org.reelbench.render.internal.SnapshotCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * Finds the media, and the other sequences, that the clips of a sequence name.
 * <p>
 * For every thread. The first question about a medium may read from it; later ones are quick.
 */
@ConsumerType
public interface MediaCatalog {

    /**
     * Finds a medium.
     *
     * @param media the id that clips carry
     * @return the medium
     * @throws MediaException if the id is unknown, or the medium is missing or broken
     */
    Medium medium(Id media) throws MediaException;

    /**
     * Finds another sequence of the project, which a clip shows.
     *
     * @param sequence the id that the clip carries
     * @return the snapshot of it; the same for as long as the catalog is used
     * @throws MediaException if the id is unknown
     */
    default Sequence sequence(Id sequence) throws MediaException {
        throw new MediaException(MediaException.Reason.MISSING, sequence.value(), "the project has no sequence of this id");
    }

    /**
     * Returns a catalog of the same media and of sequences.
     *
     * @param sequences the snapshots of the project's sequences
     * @return the catalog; equal to another one of the very same catalog and list
     */
    default MediaCatalog with(List<Sequence> sequences) {
        return new SnapshotCatalog(this, sequences);
    }
}
