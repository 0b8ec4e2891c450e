package org.reelbench.render;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;

/**
 * Renders the picture of one sequence snapshot.
 * <p>
 * One thread at a time; decoding happens on threads of the {@link Renderers} service.
 * <p>
 * Holds decoders only for the layers of the current span and, while running, of the next. Whoever opened the renderer closes
 * it.
 */
@ProviderType
public interface VideoRenderer extends AutoCloseable {

    /**
     * Renders one frame.
     *
     * @param frame the number of the frame in the sequence, 0 or more; after the end it is black
     * @param cancellation asks to stop
     * @return the picture in the canvas' format, or smaller as {@link #reduce} says; to be closed by the caller
     * @throws RenderException naming the clip that failed
     */
    VideoFrame frame(long frame, Cancellation cancellation) throws RenderException;

    /**
     * Renders something like a frame at once: its layers are put together as in the frame, but media show the pictures of their
     * sync samples before it. For whoever looks while the frame itself is being rendered.
     *
     * @param frame the number of the frame in the sequence, 0 or more
     * @param cancellation asks to stop
     * @return the picture in the canvas' format, to be closed by the caller; empty if the frame itself is as quick to have
     * @throws RenderException naming the clip that failed
     */
    default Optional<VideoFrame> quickFrame(long frame, Cancellation cancellation) throws RenderException {
        return Optional.empty();
    }

    /**
     * Renders a run of frames in order, decoding ahead on several threads.
     *
     * @param fromFrame the first frame
     * @param toFrame the frame after the last
     * @param consumer takes the frames on the calling thread
     * @param cancellation asks to stop
     * @throws RenderException naming the clip that failed, or what the consumer threw
     * @throws MediaException what the consumer threw
     */
    void run(long fromFrame, long toFrame, FrameConsumer consumer, Cancellation cancellation)
            throws RenderException, MediaException;

    /**
     * Returns from where on frames are rendered in order without decoding anything that is not shown: the last frame before, or
     * the frame itself, at which the lowest layer that moves has a sync sample. Costs one decoded frame.
     *
     * @param frame the number of the frame in the sequence, 0 or more
     * @param cancellation asks to stop
     * @return the number of a frame, from the start of what is seen together with the frame up to the frame; the frame itself
     *         where nothing moves, and by default
     * @throws RenderException naming the clip that failed
     */
    default long entryFrame(long frame, Cancellation cancellation) throws RenderException {
        return frame;
    }

    /**
     * Composes frames on a smaller canvas from now on, which takes less time: for previews only, because layers may lie a pixel
     * beside their places. May be called by a consumer of a run, between two frames. The default knows one size only.
     *
     * @param divisor what the sides of the canvas are divided by: 1, as at first, 2 or 4
     */
    default void reduce(int divisor) {
        // frames stay as large as they are
    }

    /**
     * Returns the filter graph of the last rendered frame as text, for people.
     *
     * @return the graph, or an empty text before the first frame
     */
    String graph();

    /** Gives back decoders and frames. Closing twice is harmless. */
    @Override
    void close();
}
