package org.reelbench.media;

import java.net.URI;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A medium that can be read at an address.
 * <p>
 * For every thread.
 * <p>
 * Closed by whoever published it, or by the end of its lifetime: requests under way are cut, later ones find nothing.
 */
@ProviderType
public interface Publication extends AutoCloseable {

    /**
     * Returns the address. Whoever knows it may read the medium, so it belongs in no log.
     *
     * @return an absolute HTTP address
     */
    URI uri();

    /**
     * Returns the name shown to people: the file's name without its folders.
     *
     * @return the name
     */
    String name();

    /**
     * Returns whether bytes may still follow.
     *
     * @return false once {@link #complete} was called, and for what was whole from the start
     */
    boolean isGrowing();

    /**
     * Announces that more bytes of a growing medium can be read, and never change from now on.
     *
     * @param sizeBytes how many there are from the start; less than before is an error
     * @throws IllegalArgumentException if the size shrinks
     * @throws IllegalStateException if the medium is whole
     */
    void grownTo(long sizeBytes);

    /**
     * Says that a growing medium is whole: nothing follows, and what the owner had reserved to rewrite at the end, such as a
     * recording's header, is rewritten. From now on it is a fixed medium with an entity tag of its own. Doing so twice is
     * harmless.
     *
     * @param sizeBytes the final size
     */
    void complete(long sizeBytes);

    /** Ends the publication. Closing twice is harmless. */
    @Override
    void close();
}
