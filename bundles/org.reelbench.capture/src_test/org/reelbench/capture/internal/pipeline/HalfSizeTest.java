package org.reelbench.capture.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

class HalfSizeTest {

    private static final ColorDescription COLOR = ColorDescription.BT709_LIMITED;

    @Test
    void aCardIsStillReadAndKeepsItsColours() {
        PictureFormat format = PictureFormat.of(320, 180, PixelFormat.YUV420P, COLOR);
        try (MemoryFrame full = MemoryFrame.allocate(format, RationalTime.ZERO); HalfSize half = new HalfSize(format)) {
            TestCard.draw(full, 9, 4711);
            VideoFrame small = half.of(full);
            assertEquals(PictureFormat.of(160, 90, PixelFormat.YUV420P, COLOR), small.format());
            assertTrue(TestCard.read(small).is(9, 4711), () -> TestCard.read(small).toString());
        }
    }

    @Test
    void eachSampleIsTheMeanOfFourOfItsOwnChannel() {
        PictureFormat format = PictureFormat.of(4, 4, PixelFormat.BGRA, COLOR);
        try (MemoryFrame full = MemoryFrame.allocate(format, RationalTime.ZERO); HalfSize half = new HalfSize(format)) {
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 16; x++) {
                    full.plane(0).set(ValueLayout.JAVA_BYTE, (long) y * full.strideBytes(0) + x, (byte) (x % 4 * 60 + x / 4 + y));
                }
            }
            VideoFrame small = half.of(full);
            for (int channel = 0; channel < 4; channel++) {
                // The mean of 0, 1, 1 and 2 beside what the channel has.
                assertEquals(channel * 60 + 1, small.plane(0).get(ValueLayout.JAVA_BYTE, channel) & 0xFF);
            }
        }
    }

    @Test
    void sidesStayEven() {
        try (HalfSize half = new HalfSize(PictureFormat.of(162, 90, PixelFormat.YUV420P, COLOR))) {
            assertEquals(80, half.format().widthPx());
            assertEquals(44, half.format().heightPx());
        }
    }
}
