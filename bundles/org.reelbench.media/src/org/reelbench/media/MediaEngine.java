package org.reelbench.media;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that tells which media library is at work, for diagnosis and for recipes.
 * <p>
 * For every thread. The first question loads the native library, which takes up to a second.
 */
@ProviderType
public interface MediaEngine {

    /**
     * Returns the library's name, version and build.
     *
     * @return one line; another build of the same version has another line
     * @throws MediaException {@link MediaException.Reason#UNSUPPORTED} if the native library cannot be loaded on this machine
     */
    String version() throws MediaException;

    /**
     * Returns the licence of the native build.
     *
     * @return for example {@code LGPL version 3 or later}
     * @throws MediaException if the native library cannot be loaded
     */
    String licence() throws MediaException;

    /**
     * Returns the decoders that are installed.
     *
     * @return their names, sorted
     * @throws MediaException if the native library cannot be loaded
     */
    List<String> decoders() throws MediaException;

    /**
     * Returns the kinds of hardware acceleration the library was built with; whether a device is there is another question.
     *
     * @return their names
     * @throws MediaException if the native library cannot be loaded
     */
    List<String> hardware() throws MediaException;
}
