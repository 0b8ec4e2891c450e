package org.reelbench.render;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.timeline.Interpretation;

/**
 * One medium of a project, as far as rendering needs it.
 * <p>
 * For every thread.
 */
@ConsumerType
public interface Medium {

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
     * Returns what the medium is.
     *
     * @return what probing found out
     */
    MediaInfo info();

    /**
     * Returns what the project says about the medium in place of what it says itself.
     *
     * @return the interpretation; that all is as the medium says unless a catalog knows better
     */
    default Interpretation interpretation() {
        return Interpretation.AUTO;
    }

    /**
     * Returns the file with smaller pictures that is decoded in place of the medium's own, for viewing. Sound always comes from the
     * medium itself.
     *
     * @param streamIndex the stream of pictures that is to be shown
     * @return the file, the same for as long as the medium is used; empty, as by default, to decode the medium itself
     */
    default Optional<StandIn> standIn(int streamIndex) {
        return Optional.empty();
    }

    /**
     * Opens the bytes.
     *
     * @return the bytes, to be closed by the caller
     * @throws MediaException if they cannot be opened now
     */
    ByteSource open() throws MediaException;
}
