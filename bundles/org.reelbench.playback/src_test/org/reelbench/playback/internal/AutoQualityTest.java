package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** How large pictures are rendered, by a clock that the test moves: 25 pictures a second. */
class AutoQualityTest {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private final AutoQuality quality = new AutoQuality(1);
    private long nowNanos = 5_000_000_000L;
    private int changes;

    /** Plays on while rendering a full picture takes so much of the time there is; smaller ones take a part of it. */
    private void play(int seconds, double load) {
        for (int i = 0; i < seconds * 25; i++) {
            int before = quality.divisor();
            double share = load / before;
            nowNanos += PERIOD_NANOS;
            if (share > 1 && i % 2 == 0) {
                quality.dropped(nowNanos);
            } else {
                quality.shown(nowNanos, share);
            }
            changes += before == quality.divisor() ? 0 : 1;
        }
    }

    @Test
    void anOddDropChangesNothing() {
        play(5, 0.5);
        quality.dropped(nowNanos);
        play(5, 0.5);
        quality.dropped(nowNanos);
        quality.dropped(nowNanos);
        play(5, 0.5);
        assertEquals(1, quality.divisor());
    }

    @Test
    void dropsMakePicturesSmallerWithinASecondUntilTheyStop() {
        play(1, 1.6);
        assertEquals(2, quality.divisor());
        play(2, 3.5);
        assertEquals(4, quality.divisor());
        play(5, 100);
        assertEquals(4, quality.divisor());
    }

    @Test
    void afterTheLoadHasGonePicturesAreFullAgain() {
        play(3, 3.5);
        assertEquals(4, quality.divisor());
        play(12, 0.3);
        assertEquals(1, quality.divisor());
    }

    @Test
    void whatWouldBeTooMuchIsNotTried() {
        play(3, 1.6);
        changes = 0;
        // At half the size it takes 80 % of the time: fine as it is, and no room for more.
        play(60, 1.6);
        assertEquals(2, quality.divisor());
        assertEquals(0, changes);
    }

    @Test
    void triesThatFailComeLaterEachTimeButComeAlways() {
        // Smaller pictures seem to leave time to spare, and full ones do not fit: only a try can tell.
        int tries = 0;
        int early = 0;
        for (int second = 0; second < 600; second++) {
            for (int i = 0; i < 25; i++) {
                int before = quality.divisor();
                nowNanos += PERIOD_NANOS;
                if (before == 1 && i % 3 == 0) {
                    quality.dropped(nowNanos);
                } else {
                    quality.shown(nowNanos, 0.2);
                }
                if (quality.divisor() < before) {
                    tries++;
                    early += second < 300 ? 1 : 0;
                }
            }
        }
        assertTrue(tries <= 20, tries + " tries in ten minutes");
        assertTrue(tries - early >= 3, "no tries later on");
    }

    @Test
    void neverLargerThanUsefulNorSmallerThanAQuarter() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int largest = 1 << random.nextInt(3);
            AutoQuality any = new AutoQuality(largest);
            long now = random.nextLong(1L << 40);
            for (int i = 0; i < 2000; i++) {
                now += random.nextLong(PERIOD_NANOS * 4);
                if (random.nextInt(8) < seed % 8) {
                    any.dropped(now);
                } else {
                    any.shown(now, random.nextDouble());
                }
                assertTrue(any.divisor() >= largest && any.divisor() <= AutoQuality.SMALLEST, "seed " + seed);
            }
        }
    }
}
