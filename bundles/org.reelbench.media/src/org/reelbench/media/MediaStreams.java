package org.reelbench.media;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that tells what is being sent to whom reads published media, while it is being sent.
 * <p>
 * For every thread; answers at once.
 */
@ProviderType
public interface MediaStreams {

    /**
     * One body under way.
     *
     * @param medium the name shown to people
     * @param sentBytes how much has gone out
     * @param bytesPerSecond how fast the client has been taking it, 0 before the first piece
     * @param waitingMs how long the present piece has been waiting for the client, 0 if none is
     */
    record Stream(String medium, long sentBytes, long bytesPerSecond, long waitingMs) {
    }

    /**
     * Returns the bodies under way.
     *
     * @return a snapshot in no order
     */
    List<Stream> streams();
}
