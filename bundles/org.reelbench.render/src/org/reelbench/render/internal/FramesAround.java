package org.reelbench.render.internal;

import java.util.List;

import org.reelbench.media.ComposerInput.Neighbour;
import org.reelbench.media.VideoFrame;

/**
 * A frame with those around it that effects look at, as one lease: it is the frame in the middle, and closes all.
 *
 * @param frame the frame itself
 * @param around the frames from the farthest behind to the farthest ahead, itself among them
 */
record FramesAround(VideoFrame frame, List<Neighbour> around) implements FrameWith {

    @Override
    public VideoFrame retain() {
        return new FramesAround(frame.retain(),
                around.stream().map(n -> new Neighbour(n.frame().retain(), n.sourceTime())).toList());
    }

    @Override
    public void close() {
        frame.close();
        around.forEach(neighbour -> neighbour.frame().close());
    }
}
