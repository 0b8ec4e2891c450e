package org.reelbench.capture.internal.pipeline;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/**
 * Pictures of half the width and height: each sample is the mean of four. In the colours they had, and quick enough for a machine that
 * has no time. One thread at a time.
 */
final class HalfSize implements AutoCloseable {

    private final MemoryFrame half;

    HalfSize(PictureFormat full) {
        half = MemoryFrame.allocate(of(full), RationalTime.ZERO);
    }

    private static PictureFormat of(PictureFormat full) {
        return PictureFormat.of(even(full.widthPx()), even(full.heightPx()), full.pixelFormat(), full.color());
    }

    /** Half a side, even as encoders ask; a last row or column without a partner is left out. */
    private static int even(int fullPx) {
        return Math.max(2, fullPx / 4 * 2);
    }

    PictureFormat format() {
        return half.format();
    }

    /** Returns the smaller picture, which holds until the next call. */
    VideoFrame of(VideoFrame full) {
        PixelFormat pixels = half.format().pixelFormat();
        int step = pixels.planes() == 1 ? pixels.rowBytes(0, 1) : 1;
        for (int plane = 0; plane < pixels.planes(); plane++) {
            int rows = pixels.rows(plane, half.format().heightPx());
            int rowBytes = pixels.rowBytes(plane, half.format().widthPx());
            MemorySegment from = full.plane(plane);
            MemorySegment to = half.plane(plane);
            for (int y = 0; y < rows; y++) {
                long upper = 2L * y * full.strideBytes(plane);
                row(from, upper, upper + full.strideBytes(plane), to, (long) y * half.strideBytes(plane), rowBytes, step);
            }
        }
        return half;
    }

    private static void row(MemorySegment from, long upper, long lower, MemorySegment to, long target, int rowBytes, int step) {
        for (int x = 0; x < rowBytes; x += step) {
            for (int i = 0; i < step; i++) {
                long left = 2L * x + i;
                int sum = at(from, upper + left) + at(from, upper + left + step) + at(from, lower + left)
                        + at(from, lower + left + step);
                to.set(ValueLayout.JAVA_BYTE, target + x + i, (byte) (sum + 2 >> 2));
            }
        }
    }

    private static int at(MemorySegment from, long place) {
        return from.get(ValueLayout.JAVA_BYTE, place) & 0xFF;
    }

    @Override
    public void close() {
        half.close();
    }
}
