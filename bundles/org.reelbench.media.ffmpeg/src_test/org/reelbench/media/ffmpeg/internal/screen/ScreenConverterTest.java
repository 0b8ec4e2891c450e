package org.reelbench.media.ffmpeg.internal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ScreenConverter;
import org.reelbench.time.RationalTime;

/** Pictures become pixels of the right colour, in their rows and nowhere else. */
class ScreenConverterTest {

    private static final byte UNTOUCHED = 0x5A;
    private static final int TOLERANCE = 3;

    /** The numbers of pure red, of ITU-R BT.709 and BT.601. */
    @ParameterizedTest
    @CsvSource({ "BT709,LIMITED,63,102,240,255,0,0", "BT601,LIMITED,81,90,240,255,0,0", "BT709,LIMITED,16,128,128,0,0,0",
            "BT709,LIMITED,235,128,128,255,255,255", "BT709,FULL,128,128,128,128,128,128", "BT709,FULL,255,128,128,255,255,255",
            "BT709,LIMITED,32,240,118,0,0,255" })
    void colorsComeOutAsTheyWereMeant(Matrix matrix, Range range, int y, int u, int v, int red, int green, int blue)
            throws Exception {
        try (MemoryFrame picture = even(64, 36, PixelFormat.YUV420P, new ColorDescription(matrix, range), y, u, v);
                ScreenConverter converter = new FfmpegScreenConverters().open();
                Arena arena = Arena.ofConfined()) {
            for (int widthPx : new int[] { 64, 48, 31 }) {
                MemorySegment pixels = arena.allocate(widthPx * 4L * 20);
                converter.convert(picture, pixels, widthPx, 20, widthPx * 4);
                for (long at = 0; at < pixels.byteSize(); at += 4) {
                    assertNear(blue, pixels, at);
                    assertNear(green, pixels, at + 1);
                    assertNear(red, pixels, at + 2);
                    assertEquals(255, unsigned(pixels, at + 3));
                }
            }
        }
    }

    @Test
    void nothingOutsideOfTheRowsIsWritten() throws Exception {
        try (MemoryFrame picture = even(640, 360, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, 180, 90, 140);
                ScreenConverter converter = new FfmpegScreenConverters().open();
                Arena arena = Arena.ofConfined()) {
            for (int widthPx = 1; widthPx < 130; widthPx += widthPx < 34 ? 1 : 7) {
                int heightPx = 9;
                int strideBytes = widthPx * 4 + (widthPx % 3) * 8;
                int guardBytes = 256;
                long bytes = (heightPx - 1L) * strideBytes + widthPx * 4L;
                MemorySegment memory = arena.allocate(bytes + 2 * guardBytes, 64);
                memory.fill(UNTOUCHED);
                converter.convert(picture, memory.asSlice(guardBytes, bytes), widthPx, heightPx, strideBytes);
                for (long at = 0; at < memory.byteSize(); at++) {
                    long inTarget = at - guardBytes;
                    boolean inRow = inTarget >= 0 && inTarget < bytes && inTarget % strideBytes < widthPx * 4L;
                    // The guard is grey 0x5A, which no channel of this picture has.
                    assertEquals(!inRow, memory.get(ValueLayout.JAVA_BYTE, at) == UNTOUCHED, widthPx + " wide, at " + inTarget);
                }
            }
        }
    }

    @Test
    void scalingKeepsWhatIsLeftAndRight() throws Exception {
        try (MemoryFrame picture = even(320, 180, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, 16, 128, 128);
                ScreenConverter converter = new FfmpegScreenConverters().open();
                Arena arena = Arena.ofConfined()) {
            for (long row = 0; row < 180; row++) {
                picture.plane(0).asSlice(row * picture.strideBytes(0) + 160, 160).fill((byte) 235);
            }
            MemorySegment pixels = arena.allocate(640L * 4 * 360);
            converter.convert(picture, pixels, 640, 360, 640 * 4);
            assertEquals(0, unsigned(pixels, (180 * 640 + 300) * 4L));
            assertEquals(255, unsigned(pixels, (180 * 640 + 340) * 4L));
        }
    }

    @Test
    void transparencyIsNotLookedAt() throws Exception {
        try (MemoryFrame yuva = even(32, 32, PixelFormat.YUVA420P, ColorDescription.BT709_LIMITED, 235, 128, 128);
                MemoryFrame bgra = MemoryFrame.allocate(PictureFormat.of(32, 32, PixelFormat.BGRA,
                        new ColorDescription(Matrix.RGB, Range.FULL)), RationalTime.ZERO);
                ScreenConverter converter = new FfmpegScreenConverters().open();
                Arena arena = Arena.ofConfined()) {
            yuva.plane(3).fill((byte) 0);
            MemorySegment pixels = arena.allocate(16L * 4 * 16);
            converter.convert(yuva, pixels, 16, 16, 64);
            assertNear(255, pixels, 0);
            assertEquals(255, unsigned(pixels, 3));
            for (long at = 0; at < bgra.plane(0).byteSize(); at += 4) {
                bgra.plane(0).set(ValueLayout.JAVA_INT_UNALIGNED, at, 0x00_20_40_80);
            }
            converter.convert(bgra, pixels, 16, 16, 64);
            assertNear(0x80, pixels, 0);
            assertNear(0x40, pixels, 1);
            assertNear(0x20, pixels, 2);
            assertEquals(255, unsigned(pixels, 3));
        }
    }

    @Test
    void wrongTargetsAreRefusedBeforeAnythingIsWritten() throws MediaException {
        try (MemoryFrame picture = even(32, 32, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED, 100, 128, 128);
                ScreenConverter converter = new FfmpegScreenConverters().open();
                Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(16L * 4 * 16);
            assertThrows(IllegalArgumentException.class, () -> converter.convert(picture, pixels, 16, 17, 64));
            assertThrows(IllegalArgumentException.class, () -> converter.convert(picture, pixels, 16, 16, 63));
            assertThrows(IllegalArgumentException.class, () -> converter.convert(picture, pixels, 0, 16, 64));
            assertThrows(IllegalArgumentException.class,
                    () -> converter.convert(picture, MemorySegment.ofArray(new byte[64 * 16]), 16, 16, 64));
            converter.close();
            converter.close();
            assertThrows(IllegalStateException.class, () -> converter.convert(picture, pixels, 16, 16, 64));
        }
    }

    private static MemoryFrame even(int widthPx, int heightPx, PixelFormat pixels, ColorDescription color, int y, int u, int v) {
        MemoryFrame frame = MemoryFrame.allocate(PictureFormat.of(widthPx, heightPx, pixels, color), RationalTime.ZERO);
        frame.plane(0).fill((byte) y);
        frame.plane(1).fill((byte) u);
        frame.plane(2).fill((byte) v);
        return frame;
    }

    private static void assertNear(int expected, MemorySegment pixels, long at) {
        int found = unsigned(pixels, at);
        assertTrue(Math.abs(expected - found) <= TOLERANCE, "byte " + at + " is " + found + ", not " + expected);
    }

    private static int unsigned(MemorySegment pixels, long at) {
        return Byte.toUnsignedInt(pixels.get(ValueLayout.JAVA_BYTE, at));
    }
}
