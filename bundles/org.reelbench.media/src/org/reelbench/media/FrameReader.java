package org.reelbench.media;

import java.util.Optional;

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
     * Returns the picture of a sync sample at or before a time: the first thing to paint while somebody drags the playhead. It is
     * decoded by itself, so it costs one decoded frame instead of all from there to the time; what {@link #frameAt} answers
     * afterwards is not changed by it.
     * <p>
     * Which sync sample it is follows from the container: the nearest one where it has an index, else one not far before. Readers
     * without sync samples, such as of picture files, return the frame of the time; so does this default.
     *
     * @param time the time, counted from the start of the medium; may be negative or after the end
     * @param cancellation asks to stop
     * @return a frame at or before the time, the first if none is; to be closed by the caller
     * @throws MediaException as {@link #frameAt} does
     * @throws CancelledException if cancelled; the reader stays usable
     */
    default VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) throws MediaException {
        return frameAt(time, cancellation);
    }

    /**
     * Returns the first frame that is shown after a time. Asked again and again with the time of the frame it returned, it lists
     * the frames of the stream one by one, whatever their distances; reading on costs one decoded frame a frame.
     *
     * @param time the time, counted from the start of the medium
     * @param cancellation asks to stop
     * @return the frame, to be closed by the caller; empty if the last frame is shown at that time
     * @throws MediaException as {@link #frameAt} does
     * @throws CancelledException if cancelled; the reader stays usable
     * @throws UnsupportedOperationException from readers that know their frames by the times they are asked for only, such as of
     *             what is drawn; so does this default
     */
    default Optional<VideoFrame> frameAfter(RationalTime time, Cancellation cancellation) throws MediaException {
        throw new UnsupportedOperationException("this reader does not list its frames");
    }

    /**
     * Gives back the decoder and the frames it holds, and keeps the container open: the reader costs little until the next frame
     * is asked for, which opens a decoder again. Readers that cannot do this, as this default, stay as they are.
     */
    default void rest() {
        // Nothing is held that could be given back apart.
    }

    /**
     * Returns about how many pictures the decoder holds, as far as it is known after the first frame: what the memory of an open
     * reader is reckoned by.
     *
     * @return the number; 0 if it is not known, as by default
     */
    default int heldPictures() {
        return 0;
    }

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
