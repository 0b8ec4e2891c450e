package org.reelbench.encoding.internal.preview;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.media.VideoFrame;

/** How near two pictures are to each other: peak signal-to-noise ratio of their luma, in dB. */
final class Psnr {

    /** Of pictures that are equal. */
    static final double SAME_DB = 100;

    private static final double PEAK = 255;

    private Psnr() {
    }

    static double ofLuma(VideoFrame one, VideoFrame other) {
        int width = Math.min(one.format().widthPx(), other.format().widthPx());
        int height = Math.min(one.format().heightPx(), other.format().heightPx());
        MemorySegment a = one.plane(0);
        MemorySegment b = other.plane(0);
        long squares = 0;
        for (int row = 0; row < height; row++) {
            long inA = (long) row * one.strideBytes(0);
            long inB = (long) row * other.strideBytes(0);
            for (int x = 0; x < width; x++) {
                int difference = Byte.toUnsignedInt(a.get(ValueLayout.JAVA_BYTE, inA + x))
                        - Byte.toUnsignedInt(b.get(ValueLayout.JAVA_BYTE, inB + x));
                squares += (long) difference * difference;
            }
        }
        double mean = squares / ((double) width * height);
        return mean == 0 ? SAME_DB : Math.min(SAME_DB, 10 * Math.log10(PEAK * PEAK / mean));
    }
}
