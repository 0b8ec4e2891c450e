package org.reelbench.capture.internal.adapt;

import java.util.ArrayList;
import java.util.List;

/**
 * How much is recorded of what a device delivers.
 *
 * @param divisor every how many pictures one is kept
 * @param quality the share of the full bit rate, 0.3 to 1
 * @param scale the share of the full width and height
 */
public record Level(int divisor, double quality, double scale) {

    /** Everything. */
    public static final Level FULL = new Level(1, 1, 1);

    private static final double LOWEST_RATE = 14;
    private static final double QUALITY_STEP = 0.8;
    private static final double LOWEST_QUALITY = 0.3;
    private static final double HALF = 0.5;

    /**
     * Returns the levels from the best to the cheapest: first fewer pictures, then worse ones, then smaller ones.
     *
     * @param framesPerSecond the rate of the device
     * @return the levels
     */
    public static List<Level> ladder(double framesPerSecond) {
        List<Level> levels = new ArrayList<>(List.of(FULL));
        int divisor = 1;
        while (framesPerSecond / (divisor * 2) >= LOWEST_RATE) {
            divisor *= 2;
            levels.add(new Level(divisor, 1, 1));
        }
        double quality = 1;
        while (quality > LOWEST_QUALITY) {
            quality = Math.max(LOWEST_QUALITY, quality * QUALITY_STEP);
            levels.add(new Level(divisor, quality, 1));
        }
        levels.add(new Level(divisor, LOWEST_QUALITY, HALF));
        return levels;
    }
}
