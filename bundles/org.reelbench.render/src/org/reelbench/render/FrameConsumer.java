package org.reelbench.render;

import org.osgi.annotation.versioning.ConsumerType;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;

/** Takes rendered frames in order, on the thread that renders. */
@FunctionalInterface
@ConsumerType
public interface FrameConsumer {

    /**
     * Takes a frame.
     *
     * @param frame the number of the frame in the sequence
     * @param picture the composed picture; the renderer closes it after this call, who wants it longer {@link VideoFrame#retain
     *            retains} it
     * @throws MediaException if it cannot be kept; rendering stops with this exception
     * @throws RenderException if something that belongs to it, such as its sound, cannot be rendered; rendering stops likewise
     */
    void accept(long frame, VideoFrame picture) throws MediaException, RenderException;
}
