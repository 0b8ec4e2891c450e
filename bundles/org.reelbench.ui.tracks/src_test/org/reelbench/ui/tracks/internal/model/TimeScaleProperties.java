package org.reelbench.ui.tracks.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** What holds at every zoom and place. */
class TimeScaleProperties {

    private static final int COUNT = "deep".equals(System.getProperty("reelbench.tier")) ? 100_000 : 2000;

    @Test
    void whatLiesUnderTheCursorStaysThereWhenZooming() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < COUNT; i++) {
            int anchor = random.nextInt(2000);
            // Far enough from the start for it not to come into the way.
            TimeScale scale = new TimeScale(Math.exp(random.nextDouble(-6, 3.8)), 1e8 + random.nextDouble(1e6));
            TimeScale zoomed = scale.zoomed(random.nextDouble(0.5, 2), anchor);
            double before = scale.leftFrame() + anchor / scale.pxPerFrame();
            double after = zoomed.leftFrame() + anchor / zoomed.pxPerFrame();
            assertEquals(before, after, 1e-3, "seed " + seed + " " + scale + " at " + anchor);
        }
    }

    @Test
    void theFrameUnderAPixelBeginsAtOrBeforeIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < COUNT; i++) {
            TimeScale scale = new TimeScale(Math.exp(random.nextDouble(-6, 3.8)), random.nextDouble(1e6));
            int x = random.nextInt(2000);
            long frame = scale.frameAt(x);
            assertTrue(scale.xOf(frame) <= x + 1 && scale.xOf(frame + 1) >= x, "seed " + seed + " " + scale + " at " + x);
        }
    }
}
