package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Time and pixels. */
class TimeScaleTest {

    @Test
    void framesBeginWhereTheyShould() {
        TimeScale scale = new TimeScale(2.5, 10);
        assertEquals(0, scale.xOf(10));
        assertEquals(25, scale.xOf(20));
        assertEquals(-25, scale.xOf(0));
        assertEquals(10, scale.frameAt(0));
        assertEquals(10, scale.frameAt(1));
        assertEquals(11, scale.frameAt(3));
    }

    @Test
    void theNearestBorderIsHalfAFrameAway() {
        TimeScale scale = new TimeScale(10, 100);
        assertEquals(100, scale.nearestFrame(4));
        assertEquals(101, scale.nearestFrame(5));
        assertEquals(0, new TimeScale(10, 0).nearestFrame(-30));
    }

    @Test
    void aSequenceFitsWithALittleRoom() {
        TimeScale scale = TimeScale.fitting(600, 1000);
        assertTrue(scale.xOf(600) < 1000 && scale.xOf(600) > 930, "ends at " + scale.xOf(600));
        assertEquals(0, scale.leftFrame());
        assertTrue(TimeScale.fitting(0, 0).pxPerFrame() > 0);
    }

    @Test
    void zoomAndScrollStopAtTheBorders() {
        TimeScale scale = new TimeScale(1, 0);
        assertEquals(TimeScale.MAX_PX_PER_FRAME, scale.zoomed(1e9, 500).pxPerFrame());
        assertEquals(TimeScale.MIN_PX_PER_FRAME, scale.zoomed(1e-9, 0).pxPerFrame());
        assertEquals(0, scale.zoomed(0.5, 300).leftFrame(), "there is nothing before the start");
        assertEquals(0, scale.scrolled(-50).leftFrame());
        assertEquals(50, scale.scrolled(50).leftFrame());
    }

    @Test
    void farFramesDoNotOverflow() {
        assertTrue(new TimeScale(48, 0).xOf(1L << 50) > 1_000_000);
        assertTrue(new TimeScale(48, 1L << 50).xOf(0) < -1_000_000);
    }
}
