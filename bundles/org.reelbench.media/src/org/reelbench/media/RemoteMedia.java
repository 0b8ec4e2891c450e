package org.reelbench.media;

import java.net.URI;
import java.util.Set;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that opens media named by an address, such as {@code https://media.example.com/beach.mp4}. Whoever offers one makes
 * {@link MediaSources} open addresses of its schemes.
 * <p>
 * For every thread. Project files come from anywhere: what an address may reach is for the provider to limit, and what the user did
 * not allow it refuses.
 */
@ConsumerType
public interface RemoteMedia {

    /**
     * Returns the schemes of the addresses this opens.
     *
     * @return the schemes in lower case, for example {@code http}
     */
    Set<String> schemes();

    /**
     * Opens a medium. Waits for its server, so never on a thread that draws.
     *
     * @param address the address, whose scheme is one of {@link #schemes}
     * @param alsoAllowed hosts that the caller's user allows besides those the provider's settings allow, each a name or
     *            {@code name:port}
     * @param cancellation asks to stop, looked at every 200 ms at least
     * @return the bytes, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NOT_ALLOWED}, {@link MediaException.Reason#MISSING},
     *             {@link MediaException.Reason#UNSUPPORTED} if the server has no ranges of bytes, or
     *             {@link MediaException.Reason#UNREADABLE}; its message names no password and no query of the address
     * @throws CancelledException if cancelled
     */
    ByteSource open(URI address, Set<String> alsoAllowed, Cancellation cancellation) throws MediaException;
}
