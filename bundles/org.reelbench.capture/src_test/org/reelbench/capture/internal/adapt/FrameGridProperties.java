package org.reelbench.capture.internal.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class FrameGridProperties {

    private static final int RUNS = "deep".equals(System.getProperty("reelbench.tier")) ? 500 : 20;

    @Test
    void jitterIsNotSeen() {
        for (int run = 0; run < RUNS; run++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            FrameGrid grid = new FrameGrid(30);
            for (int i = 0; i < 1000; i++) {
                double jitter = i == 0 ? 0 : (random.nextDouble() - 0.5) * 0.9;
                assertEquals(i, grid.slot(Math.round((i + jitter) * 1e9 / 30)), "seed " + seed);
            }
        }
    }

    @Test
    void slotsRiseAndStayWithinOneOfTheTimeWhateverTheDeviceDoes() {
        for (int run = 0; run < RUNS; run++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            FrameGrid grid = new FrameGrid(30);
            double speed = 0.2 + 1.5 * random.nextDouble();
            double time = 0;
            long last = -1;
            for (int i = 0; i < 1000; i++) {
                long slot = grid.slot(Math.round(time * 1e9 / 30));
                if (slot != FrameGrid.NONE) {
                    assertTrue(slot > last, "seed " + seed);
                    assertTrue(Math.abs(slot - time) <= 1, "slot " + slot + " at " + time + ", seed " + seed);
                    last = slot;
                }
                time += speed * 2 * random.nextDouble();
            }
        }
    }

    @Test
    void aDeviceThatIsALittleSlowLeavesASlotNowAndThen() {
        FrameGrid grid = new FrameGrid(30);
        long last = -1;
        int empty = 0;
        for (int i = 0; i < 3000; i++) {
            long slot = grid.slot(Math.round(i * 1.001 * 1e9 / 30));
            empty += slot - last - 1;
            last = slot;
        }
        assertEquals(3, empty);
    }
}
