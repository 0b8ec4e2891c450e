package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.time.RationalTime;

/** Painting through stencils, and the samples of colours. */
class StencilTest {

    private static final ColorDescription RGB = new ColorDescription(Matrix.RGB, Range.FULL);
    private static final Stencil SQUARE = new Stencil(2, 2, 4, 2,
            new byte[] { (byte) 255, (byte) 255, (byte) 128, 0, (byte) 255, (byte) 255, (byte) 128, 0 });

    private static MemoryFrame frame(PixelFormat format, ColorDescription color, int... samples) {
        MemoryFrame frame = MemoryFrame.allocate(PictureFormat.of(16, 8, format, color), RationalTime.ZERO);
        for (int plane = 0; plane < format.planes(); plane++) {
            frame.plane(plane).fill((byte) samples[plane]);
        }
        return frame;
    }

    private static int at(VideoFrame frame, int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xff;
    }

    @Test
    void paintsLumaByPixelAndChromaByTheirMean() {
        try (MemoryFrame frame = frame(PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, 16, 128, 128)) {
            SQUARE.paint(frame, PaintColor.parse("#ff0000"), 1);
            assertEquals(63, at(frame, 0, 2, 2));
            assertEquals(16 + 47 * 128 / 255.0, at(frame, 0, 4, 3), 0.6);
            assertEquals(16, at(frame, 0, 5, 2));
            assertEquals(102, at(frame, 1, 1, 1));
            assertEquals(240, at(frame, 2, 1, 1));
            assertEquals(128 + 112 * 128 / 255.0 / 2, at(frame, 2, 2, 1), 0.6);
            assertEquals(128, at(frame, 2, 3, 1));
        }
    }

    @Test
    void halfAnOpacityIsHalfTheWay() {
        try (MemoryFrame frame = frame(PixelFormat.GRAY8, new ColorDescription(Matrix.BT709, Range.FULL), 55)) {
            SQUARE.paint(frame, PaintColor.WHITE, 0.5);
            assertEquals(155, at(frame, 0, 3, 2));
            SQUARE.paint(frame, PaintColor.WHITE, 0);
            assertEquals(155, at(frame, 0, 3, 2));
        }
    }

    @Test
    void whatWasTransparentTakesTheColourWholeAndBecomesVisible() {
        try (MemoryFrame frame = frame(PixelFormat.YUVA420P, ColorDescription.BT709_LIMITED, 200, 50, 50, 0);
                MemoryFrame packed = frame(PixelFormat.BGRA, RGB, 0)) {
            SQUARE.paint(frame, PaintColor.WHITE, 1);
            assertEquals(235, at(frame, 0, 4, 2), "half covered, but of the colour alone");
            assertEquals(128, at(frame, 3, 4, 2));
            assertEquals(255, at(frame, 3, 2, 2));
            assertEquals(0, at(frame, 3, 0, 0));
            assertEquals(128, at(frame, 1, 2, 1));
            SQUARE.paint(packed, new PaintColor(10, 20, 30), 1);
            assertArrayEquals(new int[] { 30, 20, 10, 128 }, new int[] { at(packed, 0, 16, 2), at(packed, 0, 17, 2),
                    at(packed, 0, 18, 2), at(packed, 0, 19, 2) });
        }
    }

    @Test
    void coloursHaveTheSamplesOfTheirMatrixAndRange() {
        assertArrayEquals(new int[] { 235, 128, 128, 255 }, samples("#ffffff", Matrix.BT709, Range.LIMITED));
        assertArrayEquals(new int[] { 255, 128, 128, 255 }, samples("#ffffff", Matrix.BT601, Range.FULL));
        assertArrayEquals(new int[] { 63, 102, 240, 255 }, samples("#ff0000", Matrix.BT709, Range.LIMITED));
        assertArrayEquals(new int[] { 76, 85, 255, 255 }, samples("#ff0000", Matrix.BT601, Range.FULL));
        assertArrayEquals(new int[] { 145, 54, 34, 255 }, samples("#00ff00", Matrix.BT601, Range.LIMITED));
        for (String wrong : new String[] { "red", "#fff", "#12345g", "" }) {
            assertThrows(IllegalArgumentException.class, () -> PaintColor.parse(wrong));
        }
    }

    private static int[] samples(String color, Matrix matrix, Range range) {
        return PaintColor.parse(color)
                .samples(PictureFormat.of(2, 2, PixelFormat.YUV420P, new ColorDescription(matrix, range)));
    }
}
