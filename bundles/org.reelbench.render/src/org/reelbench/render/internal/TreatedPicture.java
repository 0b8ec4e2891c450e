package org.reelbench.render.internal;

import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;

/**
 * A frame that the effects of its clip have been on already.
 *
 * @param frame the frame
 * @param whole the shape of the source's own picture, which decides where the frame lies
 */
record TreatedPicture(VideoFrame frame, PictureFormat whole) implements FrameWith {

    @Override
    public VideoFrame retain() {
        return new TreatedPicture(frame.retain(), whole);
    }

    @Override
    public void close() {
        frame.close();
    }
}
