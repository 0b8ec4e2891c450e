package org.reelbench.media;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.time.RationalTime;

/**
 * Delivers the frames of one stream of pictures by time, exactly.
 * <p>
 * One thread at a time. Reading forward costs one decoded frame a frame; going back or far ahead costs a seek and the frames
 * from the nearest earlier sync sample.
 * <p>
 * Whoever opened the reader closes it, before its byte source; that gives back its decoder and its memory. Frames handed out
 * live on.
 */
@ProviderType
public interface FrameReader extends AutoCloseable {

    /**
     * Returns the stream read.
     *
     * @return what probing said of it
     */
    VideoStreamInfo stream();

    /**
     * Returns the frame whose presentation interval [its time, the next frame's time) contains a time; before the first frame
     * the first, after the last the last.
     *
     * @param time the time, counted from the start of the medium; may be negative or after the end
     * @param cancellation asks to stop
     * @return the frame, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#DAMAGED} if no frame can be decoded there,
     *             {@link MediaException.Reason#UNREADABLE} if the bytes cannot be read
     * @throws CancelledException if cancelled; the reader stays usable
     */
    VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException;

    /**
     * Returns how many frames the decoder has delivered so far, for tests and meters.
     *
     * @return the count since opening
     */
    long decodedFrames();

    /** Closes the reader. Closing twice is harmless. */
    @Override
    void close();
}
