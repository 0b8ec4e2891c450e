package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;
import org.reelbench.time.RationalTime;

class MemoryFrameTest {

    private static final PictureFormat ODD = PictureFormat.of(81, 47, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);

    @Test
    void planesHoldTheirRowsAlignedAndZero() {
        try (MemoryFrame frame = MemoryFrame.allocate(ODD, RationalTime.ZERO)) {
            assertEquals(128, frame.strideBytes(0));
            assertEquals(64, frame.strideBytes(1));
            assertEquals(128 * 47, frame.plane(0).byteSize());
            assertEquals(64 * 24, frame.plane(2).byteSize());
            assertEquals(0, frame.plane(0).get(ValueLayout.JAVA_BYTE, 128 * 47 - 1));
            assertEquals(0, frame.plane(1).address() % 64);
        }
    }

    @Test
    void theMemoryLivesAsLongAsItsLastLease() {
        MemoryFrame first = MemoryFrame.allocate(ODD, RationalTime.ZERO);
        MemorySegment luma = first.plane(0);
        VideoFrame second = first.retain();
        first.close();
        first.close();
        assertTrue(luma.scope().isAlive());
        second.plane(0).set(ValueLayout.JAVA_BYTE, 0, (byte) 7);
        second.close();
        assertFalse(luma.scope().isAlive());
    }

    @Test
    void aClosedLeaseGivesNoPlanes() {
        MemoryFrame frame = MemoryFrame.allocate(ODD, RationalTime.ZERO);
        VideoFrame other = frame.retain();
        frame.close();
        assertThrows(IllegalStateException.class, () -> frame.plane(0));
        other.close();
    }

    @Test
    void onePictureMayBeShownAtManyTimes() {
        try (MemoryFrame frame = MemoryFrame.allocate(ODD, RationalTime.ZERO);
                MemoryFrame later = frame.at(RationalTime.ofSeconds(2))) {
            frame.plane(0).set(ValueLayout.JAVA_BYTE, 5, (byte) 9);
            assertEquals(9, later.plane(0).get(ValueLayout.JAVA_BYTE, 5));
            assertEquals(RationalTime.ofSeconds(2), later.time());
        }
    }

    @Test
    void aFormatWithoutANameIsRefused() {
        PictureFormat nameless = new PictureFormat(4, 4, PixelFormat.NATIVE, 12, ColorDescription.BT709_LIMITED);
        assertThrows(IllegalArgumentException.class, () -> MemoryFrame.allocate(nameless, RationalTime.ZERO).close());
    }
}
