package org.reelbench.encoding.preview;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;

/**
 * A service that decodes segments of pictures that are ready, for those who show them without a player.
 * <p>
 * For every thread but one that draws. Asks for nothing to be encoded.
 */
@ProviderType
public interface SegmentPictures {

    /**
     * Opens a segment. Reads all of it into memory, half a megabyte as a rule.
     *
     * @param segment a segment of pictures
     * @param cancellation asks to stop
     * @return its pictures, to be closed by the caller; empty if it is not ready
     * @throws MediaException if it cannot be read or decoded
     */
    Optional<Decoded> open(PreviewSegment segment, Cancellation cancellation) throws MediaException;

    /** The pictures of one segment. One thread at a time. Whoever opened it closes it. */
    @ProviderType
    interface Decoded extends AutoCloseable {

        /**
         * Returns the segment.
         *
         * @return where it lies
         */
        PreviewSegment segment();

        /**
         * Decodes a picture. In order each is decoded once.
         *
         * @param frame a frame of the sequence, inside the segment
         * @param cancellation asks to stop
         * @return the picture in the size in which it was encoded, to be closed by the caller
         * @throws MediaException if it cannot be decoded
         */
        VideoFrame picture(long frame, Cancellation cancellation) throws MediaException;

        /** Gives the decoder back. Closing twice is harmless. */
        @Override
        void close();
    }
}
