package org.reelbench.it;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.media.VideoFrame;

/** How alike two pictures are. */
final class Likeness {

    private static final int PEAK = 255;
    private static final double SAME_DB = 99;

    private Likeness() {
    }

    /** The signal to noise ratio of one plane of two pictures of 8 bits. */
    static double db(VideoFrame one, VideoFrame other, int plane) {
        int width = one.format().pixelFormat().rowBytes(plane, one.format().widthPx());
        int height = one.format().pixelFormat().rows(plane, one.format().heightPx());
        MemorySegment a = one.plane(plane);
        MemorySegment b = other.plane(plane);
        double sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int off = (a.get(ValueLayout.JAVA_BYTE, (long) y * one.strideBytes(plane) + x) & PEAK)
                        - (b.get(ValueLayout.JAVA_BYTE, (long) y * other.strideBytes(plane) + x) & PEAK);
                sum += (double) off * off;
            }
        }
        double mean = sum / ((double) width * height);
        return mean == 0 ? SAME_DB : 10 * Math.log10(PEAK * PEAK / mean);
    }
}
