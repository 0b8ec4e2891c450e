package org.reelbench.render.internal;

import java.lang.foreign.MemorySegment;

import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** A frame with something known besides: it shows what the other one shows. */
interface FrameWith extends VideoFrame {

    /** Returns the frame itself. */
    VideoFrame frame();

    @Override
    default PictureFormat format() {
        return frame().format();
    }

    @Override
    default RationalTime time() {
        return frame().time();
    }

    @Override
    default MemorySegment plane(int plane) {
        return frame().plane(plane);
    }

    @Override
    default int strideBytes(int plane) {
        return frame().strideBytes(plane);
    }
}
