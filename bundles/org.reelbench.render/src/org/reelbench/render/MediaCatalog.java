package org.reelbench.render;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;
import org.reelbench.timeline.Id;

/**
 * Finds the media that the clips of a sequence name.
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
}
