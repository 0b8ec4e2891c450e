package org.reelbench.media;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that knows the {@linkplain MediaFingerprint fingerprints} of files, and computes one again only when the file's key,
 * size or modification time (in nanoseconds) is another than when it was computed.
 * <p>
 * For every thread. What it knows is kept on disk between runs, for a bounded number of files; a damaged or lost memory is made
 * anew.
 *
 * <pre>{@code
 * String fingerprint = fingerprints.of(Path.of("beach.mp4"));
 * }</pre>
 */
@ProviderType
public interface Fingerprints {

    /**
     * Returns the fingerprint of a file. Reads at most 3 MiB, and nothing if the file is known; never on a thread that draws.
     *
     * @param file the file
     * @return its fingerprint
     * @throws MediaException {@link MediaException.Reason#MISSING} or {@link MediaException.Reason#UNREADABLE}, the latter also
     *         while the file keeps changing
     */
    String of(Path file) throws MediaException;

    /**
     * Returns the fingerprint of a file if it is known and the file is still the same; reads none of its bytes.
     *
     * @param file the file
     * @return the fingerprint, or empty if it is not known or the file has changed or is gone
     */
    Optional<String> known(Path file);

    /**
     * Computes the {@linkplain MediaFingerprint#ofContent hash of all bytes} of a file when the machine has nothing better to do:
     * one file at a time, on a thread of the lowest priority. A known hash is returned at once.
     *
     * @param file the file
     * @param cancellation asks to stop, also before it has begun
     * @return completes with 64 hexadecimal digits; exceptionally with {@link MediaException} or {@link CancelledException}
     */
    CompletableFuture<String> contentHash(Path file, Cancellation cancellation);
}
