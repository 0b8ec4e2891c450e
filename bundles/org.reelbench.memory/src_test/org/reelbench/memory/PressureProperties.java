package org.reelbench.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Random readings go through the levels as four switches would, each with an upper and a lower threshold of its own. */
final class PressureProperties {

    private static final int WALKS = "deep".equals(System.getProperty("reelbench.tier")) ? 20_000 : 500;
    private static final Pressure[] LEVELS = { Pressure.ELEVATED, Pressure.WARNING, Pressure.CRITICAL };
    private static final double[] ON = { 0.70, 0.80, 0.90 };
    private static final double[] OFF = { 0.65, 0.75, 0.85 };

    @Test
    void levelsAreEnteredAtOnceAndLeftFivePointsLower() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            Set<Pressure> on = EnumSet.noneOf(Pressure.class);
            Pressure level = Pressure.NORMAL;
            double share = random.nextDouble();
            for (int step = 0; step < 100; step++) {
                // small steps around the thresholds, leaps now and then, the thresholds themselves
                share = switch (random.nextInt(10)) {
                case 0 -> random.nextDouble() * 1.2;
                case 1 -> ON[random.nextInt(3)];
                case 2 -> OFF[random.nextInt(3)];
                default -> Math.max(0, share + random.nextGaussian() * 0.03);
                };
                for (int i = 0; i < LEVELS.length; i++) {
                    if (share >= ON[i]) {
                        on.add(LEVELS[i]);
                    } else if (share < OFF[i]) {
                        on.remove(LEVELS[i]);
                    }
                }
                level = level.next(share);
                Pressure expected = on.stream().max(Pressure::compareTo).orElse(Pressure.NORMAL);
                assertEquals(expected, level, "seed " + seed + ", walk " + walk + ", step " + step + ", share " + share);
            }
        }
    }
}
