package org.reelbench.capture.ffmpeg.internal.screen;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.reelbench.capture.ffmpeg.internal.x11.PointerImage;

/** Draws the pointer into a picture of the screen, as the grabber leaves it out. */
final class PointerPainter {

    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int OPAQUE = 255;
    private static final int BYTE = 0xFF;

    private PointerPainter() {
    }

    /**
     * Draws it.
     *
     * @param picture pixels of blue, green, red and a byte that means nothing
     * @param widthPx the picture's width
     * @param heightPx the picture's height
     * @param strideBytes from one row to the next
     * @param image how the pointer looks
     * @param xPx where it points, from the picture's left; may be outside
     * @param yPx where it points, from the picture's top; may be outside
     */
    static void paint(MemorySegment picture, int widthPx, int heightPx, int strideBytes, PointerImage image, int xPx, int yPx) {
        int left = xPx - image.hotXPx();
        int top = yPx - image.hotYPx();
        for (int row = Math.max(0, -top); row < image.heightPx() && top + row < heightPx; row++) {
            long rowAt = (long) (top + row) * strideBytes;
            for (int column = Math.max(0, -left); column < image.widthPx() && left + column < widthPx; column++) {
                int over = image.pixels()[row * image.widthPx() + column];
                int alpha = over >>> 24;
                if (alpha == 0) {
                    continue;
                }
                long at = rowAt + (long) (left + column) * Integer.BYTES;
                picture.set(PIXEL, at, alpha == OPAQUE ? over : blended(over, OPAQUE - alpha, picture.get(PIXEL, at)));
            }
        }
    }

    /** Colours over colours; those above are already multiplied by what they hide. */
    private static int blended(int over, int seenThrough, int under) {
        int pixel = OPAQUE << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            int through = (under >>> shift & BYTE) * seenThrough / OPAQUE;
            pixel |= Math.min(OPAQUE, (over >>> shift & BYTE) + through) << shift;
        }
        return pixel;
    }
}
