package org.reelbench.playback;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;

/**
 * A service that has pictures of sequences which were rendered before, such as previews. While rendering does not keep up with
 * playback, players show them in place of rendered ones.
 * <p>
 * For every thread but one that draws.
 */
@ConsumerType
public interface StoredPictures {

    /**
     * Opens the pictures of a snapshot.
     *
     * @param scene what is played
     * @return the pictures, to be closed by the caller; empty if there are none of exactly this snapshot
     */
    Optional<Reel> open(Scene scene);

    /** The pictures of one snapshot. One thread at a time. Whoever opened them closes them. */
    @ConsumerType
    interface Reel extends AutoCloseable {

        /**
         * Tells whether pictures are there. Quick enough to be asked twice a second while it plays.
         *
         * @param fromFrame the first frame
         * @param toFrame the frame after the last; what lies behind the end is not asked for
         * @return true if all of them are
         */
        boolean has(long fromFrame, long toFrame);

        /**
         * Returns a picture.
         *
         * @param frame the frame of the sequence
         * @param cancellation asks to stop
         * @return exactly that frame's picture in a size of its own, to be closed by the caller; empty if it is not there
         * @throws MediaException if it is there and cannot be decoded
         */
        Optional<VideoFrame> frame(long frame, Cancellation cancellation) throws MediaException;

        /** Gives back what is open. Closing twice is harmless. */
        @Override
        void close();
    }
}
