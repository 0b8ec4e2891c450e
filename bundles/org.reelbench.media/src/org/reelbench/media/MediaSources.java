package org.reelbench.media;

import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.internal.KnownSources;

/**
 * A service that opens media by what a project calls them: the path of a file, or an address such as
 * {@code https://media.example.com/beach.mp4}.
 * <p>
 * For every thread. Addresses wait for their server, so never on a thread that draws.
 *
 * <pre>{@code
 * try (ByteSource bytes = sources.open(location, cancellation)) {
 *     MediaInfo info = probe.probe(bytes, cancellation);
 * }
 * }</pre>
 */
@ProviderType
public interface MediaSources {

    /**
     * Tells whether a location is an address. An address is no path: it is never resolved against a folder or made relative to one.
     *
     * @param location a path or an address
     * @return true for an address
     */
    static boolean isAddress(String location) {
        return KnownSources.isAddress(location);
    }

    /**
     * Returns what opens files and refuses every address, for where there are no services.
     *
     * @return the same for everybody
     */
    static MediaSources files() {
        return KnownSources.FILES;
    }

    /**
     * Opens a medium.
     *
     * @param location the path of a file, counted from the working folder unless it is absolute; or an address
     * @param cancellation asks to stop
     * @return the bytes, to be closed by the caller
     * @throws MediaException as {@link FileByteSource#open} and {@link RemoteMedia#open} throw it;
     *             {@link MediaException.Reason#NOT_ALLOWED} for an address that no bundle opens
     * @throws CancelledException if cancelled
     */
    ByteSource open(String location, Cancellation cancellation) throws MediaException;

    /**
     * Returns what opens the same and also addresses of some hosts, for one task the user allowed them for.
     *
     * @param hosts the hosts, each a name or {@code name:port}
     * @return the sources
     */
    MediaSources allowing(Set<String> hosts);
}
