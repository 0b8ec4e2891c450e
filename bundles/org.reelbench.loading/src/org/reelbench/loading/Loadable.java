package org.reelbench.loading;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;

/**
 * One medium, as far as loading needs to know it.
 * <p>
 * For every thread. Two of the same fingerprint and representation have the same bytes: what is open of one serves the other.
 */
@ConsumerType
public interface Loadable {

    /** The representation of a content by itself. */
    String ORIGINAL = "original";

    /**
     * Returns the name shown in messages.
     *
     * @return the name, for example the file's path
     */
    String name();

    /**
     * Returns what tells this content from any other.
     *
     * @return the fingerprint, the same for equal bytes wherever they lie
     */
    String fingerprint();

    /**
     * Returns which of several files stands for the content: the original, or a smaller one made from it that stands in.
     *
     * @return {@link #ORIGINAL}, or what tells the file that stands in from any other
     */
    default String representation() {
        return ORIGINAL;
    }

    /**
     * Returns which stream of the file holds what a stream of the content holds.
     *
     * @param streamIndex the stream of the content
     * @return the same, as by default; another one where a file that stands in has its streams in another order
     */
    default int streamFor(int streamIndex) {
        return streamIndex;
    }

    /**
     * Returns what the medium is.
     *
     * @return what probing found out
     */
    MediaInfo info();

    /**
     * Opens the bytes.
     *
     * @return the bytes, to be closed by the caller
     * @throws MediaException if they cannot be opened now
     */
    ByteSource open() throws MediaException;
}
