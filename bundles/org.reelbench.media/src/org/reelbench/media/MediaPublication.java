package org.reelbench.media;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that gives media an address which players and browsers read by HTTP range.
 * <p>
 * For every thread. Present as long as the server listens; what was published dies with it.
 *
 * <pre>{@code
 * try (Publication film = publication.publish(Path.of("film.mp4"), MediaPublication.Growth.FIXED,
 *         MediaPublication.UNTIL_CLOSED)) {
 *     player.open(film.uri());
 * }
 * }</pre>
 */
@ProviderType
public interface MediaPublication {

    /** The lifetime of what stays published until it is closed. */
    Duration UNTIL_CLOSED = ChronoUnit.FOREVER.getDuration();

    /** Whether bytes are still to come. */
    enum Growth {
        /** The file is whole. Whoever changes it cuts those who read it; the next request reads the new file. */
        FIXED,
        /** The file is being written: what was announced by {@link Publication#grownTo} stays as it is, more follows. */
        GROWING
    }

    /**
     * Publishes a local file. The file is opened when somebody reads it, and closed soon after.
     *
     * @param file a regular file; symbolic links are followed now and never again
     * @param growth whether it is whole; a growing file starts with no byte announced
     * @param lifetime how long at most, above zero
     * @return the publication, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#MISSING} if there is no such file,
     *             {@link MediaException.Reason#UNREADABLE} if it is no regular file or may not be read
     */
    Publication publish(Path file, Growth growth, Duration lifetime) throws MediaException;

    /**
     * Publishes bytes that lie elsewhere, such as in a chunk store, and never change.
     *
     * @param source the bytes; read by several threads at a time, kept open by the caller until the publication is closed
     * @param contentId names these very bytes for ever, for example by their hash
     * @param fileName the name shown to people, whose extension helps to tell the type
     * @param lifetime how long at most, above zero
     * @return the publication, to be closed by the caller
     */
    Publication publish(ByteSource source, String contentId, String fileName, Duration lifetime);

    /**
     * Returns what is published now, oldest first.
     *
     * @return a snapshot
     */
    List<Publication> publications();
}
