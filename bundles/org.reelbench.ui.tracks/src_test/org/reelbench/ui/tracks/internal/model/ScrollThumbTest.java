package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The scroll bar's handle. */
class ScrollThumbTest {

    @Test
    void allInSightNeedsNoHandle() {
        assertTrue(ScrollThumb.of(TimeScale.fitting(600, 1000), 600, 1000).isWhole());
    }

    @Test
    void theHandleShowsHowMuchIsSeenAndWhere() {
        ScrollThumb start = ScrollThumb.of(new TimeScale(10, 0), 1000, 1000);
        assertEquals(0, start.xPx());
        assertEquals(95, start.widthPx(), 1);
        ScrollThumb end = ScrollThumb.of(new TimeScale(10, 950), 1000, 1000);
        assertEquals(1000, end.xPx() + end.widthPx(), 1);
        assertTrue(end.contains(990));
    }

    @Test
    void draggingTheHandleComesBackToTheSamePlace() {
        for (double left = 0; left < 90_000; left += 7777) {
            TimeScale scale = new TimeScale(1, left);
            ScrollThumb thumb = ScrollThumb.of(scale, 100_000, 1000);
            assertEquals(left, thumb.xPx() * thumb.framesPerPx(), thumb.framesPerPx());
        }
    }

    @Test
    void aLongSequenceLeavesAHandleToGrab() {
        assertTrue(ScrollThumb.of(new TimeScale(48, 0), 10_000_000, 1000).widthPx() >= 20);
    }
}
