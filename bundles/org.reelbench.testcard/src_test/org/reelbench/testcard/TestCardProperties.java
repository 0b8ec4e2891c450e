package org.reelbench.testcard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** A damaged card is read right or not at all; a mildly damaged one is read. */
class TestCardProperties {

    private static final boolean DEEP = "deep".equals(System.getProperty("reelbench.tier"));
    private static final int CASES = DEEP ? 200_000 : 10_000;
    private static final int[][] SIZES = { { 80, 45 }, { 81, 47 }, { 96, 54 }, { 107, 60 }, { 120, 68 }, { 160, 90 } };

    private final long firstSeed = Long.getLong("reelbench.seed", DEEP ? System.nanoTime() : 1);

    @Test
    void aDamagedCardIsReadRightOrNotAtAll() {
        int valid = 0;
        for (long seed = firstSeed; seed < firstSeed + CASES; seed++) {
            Random random = new Random(seed);
            int[] size = SIZES[random.nextInt(SIZES.length)];
            int source = random.nextInt(8);
            long frameNumber = random.nextInt(1 << 24);
            Picture picture = Cards.luma(size[0], size[1], source, frameNumber);
            if (random.nextInt(4) == 0) {
                // Once, and by less than half: beyond that, the other card is the right one.
                Picture other = Cards.luma(size[0], size[1], random.nextInt(8), random.nextInt(1 << 24));
                picture = picture.dissolved(other, random.nextDouble() * 0.4);
            }
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                picture = damaged(picture, random);
            }
            double jitter = random.nextInt(4) == 0 ? 3 : 0.5;
            Reading reading = Cards.read(picture, jitter * random.nextGaussian(), jitter * random.nextGaussian(),
                    picture.width() + jitter * random.nextGaussian(), picture.height() + jitter * random.nextGaussian());
            long shownSeed = seed;
            assertTrue(!reading.valid() || reading.is(source, frameNumber), () -> "seed " + shownSeed + ": drawn as source "
                    + source + " frame " + frameNumber + ", read as " + reading);
            valid += reading.valid() ? 1 : 0;
        }
        // Were none or all of them read, the damage would be of the wrong size to test anything.
        assertTrue(valid > CASES / 20 && valid < CASES * 19 / 20, valid + " of " + CASES + " read, first seed " + firstSeed);
    }

    private static Picture damaged(Picture picture, Random random) {
        int width = picture.width();
        int height = picture.height();
        return switch (random.nextInt(7)) {
        case 0 -> picture.noisy(random, 100 * random.nextDouble());
        case 1 -> picture.blurred(1 + random.nextInt(2));
        case 2 -> picture.graded(0.3 + random.nextDouble(), 120 * (random.nextDouble() - 0.5));
        case 3 -> picture.scaled(width * (2 + random.nextInt(7)) / 5, height * (2 + random.nextInt(7)) / 5);
        case 4 -> picture.dissolved(Picture.of(width, height, (_, _) -> random.nextInt(256)), random.nextDouble());
        case 5 -> picture.moved(random.nextInt(7) - 3, random.nextInt(7) - 3);
        default -> picture.withInset(Picture.of(1 + random.nextInt(20), 1 + random.nextInt(20), (x, _) -> 16 + 219 * (x & 1)),
                random.nextInt(width), random.nextInt(height / 2));
        };
    }

    @Test
    void aMildlyDamagedCardIsAlwaysRead() {
        for (long seed = firstSeed; seed < firstSeed + CASES / 10; seed++) {
            Random random = new Random(seed);
            int source = random.nextInt(8);
            long frameNumber = random.nextInt(1 << 24);
            Picture card = Cards.luma(320, 180, source, frameNumber);
            int scale = 2 + random.nextInt(3);
            Picture picture = switch (random.nextInt(3)) {
            case 0 -> card.scaled(320 / scale, 180 / scale);
            case 1 -> card.blurred(1);
            default -> card.moved(random.nextInt(3) - 1, random.nextInt(3) - 1);
            };
            Picture other = random.nextBoolean()
                    ? Cards.luma(picture.width(), picture.height(), 7, random.nextInt(1 << 24))
                    : Picture.of(picture.width(), picture.height(), (_, _) -> 0);
            Reading reading = Cards.read(picture.graded(0.85 + 0.3 * random.nextDouble(), 66 * (random.nextDouble() - 0.5))
                    .dissolved(other, 0.2 * random.nextDouble()).noisy(random, 6));
            assertTrue(reading.is(source, frameNumber),
                    "seed " + seed + ": drawn as source " + source + " frame " + frameNumber + ", read as " + reading);
        }
    }
}
