package org.reelbench.sketches;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;

/**
 * Finds a medium when a sketch of it must be made, so that whoever asks for one need not have looked at the file.
 * <p>
 * Called on a thread of the service; may read from the medium.
 */
@FunctionalInterface
@ConsumerType
public interface SketchFinder {

    /**
     * Finds the medium.
     *
     * @return the medium, and how it is shown
     * @throws MediaException if it is unknown, missing or broken
     */
    SketchMedium find() throws MediaException;
}
