package org.reelbench.render.internal;

import java.lang.foreign.MemorySegment;

import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * A frame that the effects of its clip have been on already.
 *
 * @param frame the frame
 * @param whole the shape of the source's own picture, which decides where the frame lies
 */
record TreatedPicture(VideoFrame frame, PictureFormat whole) implements VideoFrame {

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
        return new TreatedPicture(frame.retain(), whole);
    }

    @Override
    public void close() {
        frame.close();
    }
}
