package org.reelbench.media.ffmpeg.internal.effects;

import java.util.Set;

import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** Takes the colour out: chroma is nothing everywhere. */
final class GreyProcessor implements FrameProcessor {

    @Override
    public Set<PixelFormat> formats() {
        return Planes.ALL;
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        byte[] nothing = Planes.table(_ -> 128);
        Planes.apply(frame, 1, nothing);
        Planes.apply(frame, 2, nothing);
    }
}
