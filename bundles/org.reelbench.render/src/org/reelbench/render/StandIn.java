package org.reelbench.render;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;

/**
 * A file with smaller pictures that stands in for one stream of pictures of a {@link Medium}: a proxy. Its frames have the times of
 * the medium's own, one for one; where a picture lies follows from the medium's description, never from the size of what stands
 * in.
 * <p>
 * For every thread.
 */
@ConsumerType
public interface StandIn {

    /**
     * Returns what tells the pictures of this file from those of the medium and of any other file that stands in; part of recipes.
     *
     * @return a text other than {@link Medium#ORIGINAL}
     */
    String representation();

    /**
     * Returns what the file is, its origin such that its frames come at the times of the medium's own.
     *
     * @return what probing found out
     */
    MediaInfo info();

    /**
     * Returns which stream of the file holds the pictures.
     *
     * @return the stream's number in {@link #info}
     */
    int streamIndex();

    /**
     * Opens the bytes.
     *
     * @return the bytes, to be closed by the caller
     * @throws MediaException if they cannot be opened now; then the medium's own are used
     */
    ByteSource open() throws MediaException;
}
