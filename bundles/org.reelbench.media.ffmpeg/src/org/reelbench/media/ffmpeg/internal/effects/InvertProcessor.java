package org.reelbench.media.ffmpeg.internal.effects;

import java.util.Set;

import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** The negative, within the range the picture uses: the library's filter would turn limited black into more than white. */
final class InvertProcessor implements FrameProcessor {

    @Override
    public Set<PixelFormat> formats() {
        return Planes.ALL;
    }

    @Override
    public void process(VideoFrame frame, RationalTime sourceTime) {
        boolean full = frame.format().color().range() == Range.FULL;
        byte[] chroma = Planes.table(v -> 256 - v);
        Planes.apply(frame, 0, Planes.table(v -> (full ? 255 : 16 + 235) - v));
        Planes.apply(frame, 1, chroma);
        Planes.apply(frame, 2, chroma);
    }
}
