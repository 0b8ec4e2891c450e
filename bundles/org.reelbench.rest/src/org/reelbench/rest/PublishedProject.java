package org.reelbench.rest;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A project that others reach over HTTP. For every thread; closed by who published it.
 */
@ProviderType
public interface PublishedProject extends AutoCloseable {

    /**
     * Returns the name it has in addresses.
     *
     * @return lower-case letters, digits and hyphens; no other project has it now
     */
    String id();

    /** Takes it back: its addresses answer 404, exports that are under way are stopped, and recordings end with what they have. Closing again has no effect. */
    @Override
    void close();
}
