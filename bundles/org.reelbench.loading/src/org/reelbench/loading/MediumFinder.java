package org.reelbench.loading;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;

/**
 * Finds a medium when it is loaded, so that whoever demands it need not have looked at the file.
 * <p>
 * Called on a thread of the loading service; may read from the medium.
 */
@FunctionalInterface
@ConsumerType
public interface MediumFinder {

    /**
     * Finds the medium.
     *
     * @return the medium
     * @throws MediaException if it is unknown, missing or broken
     */
    Loadable find() throws MediaException;
}
