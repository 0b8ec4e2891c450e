package org.reelbench.render.internal;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.reelbench.media.ComposerInput.Neighbour;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * A frame with those around it that effects look at, as one lease: it is the frame in the middle, and closes all.
 *
 * @param frame the frame itself
 * @param around the frames from the farthest behind to the farthest ahead, itself among them
 */
record FramesAround(VideoFrame frame, List<Neighbour> around) implements VideoFrame {

    @Override
    public PictureFormat format() {
        return frame.format();
    }

    @Override
    public RationalTime time() {
        return frame.time();
    }

    @Override
    public MemorySegment plane(int plane) {
        return frame.plane(plane);
    }

    @Override
    public int strideBytes(int plane) {
        return frame.strideBytes(plane);
    }

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
