package org.reelbench.capture.internal.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plays a device of 30 pictures a second and an encoder of a given speed; the clock is the test's. */
class AdaptationTest {

    private static final long SECOND_NS = 1_000_000_000L;
    private final Adaptation adaptation = new Adaptation(Level.ladder(30), 30);
    private long nowNs = 1;
    private long slot;
    private int encoded;
    private int dropped;

    @BeforeEach
    void warmUp() {
        play(2.5, 5_000);
        assertEquals(Level.FULL, adaptation.level());
    }

    /** Lets time pass; each encoded picture of full size and quality takes so long, smaller ones less. */
    private void play(double seconds, double us) {
        long endNs = nowNs + (long) (seconds * SECOND_NS);
        long freeNs = 0;
        while (nowNs < endNs) {
            boolean kept = adaptation.keeps(slot++);
            if (kept && adaptation.hasTime() && nowNs >= freeNs) {
                adaptation.taken();
                double took = us * adaptation.level().scale() * adaptation.level().scale();
                freeNs = nowNs + (long) (took * 1000);
                adaptation.encoded(took, nowNs);
                encoded++;
            } else if (kept) {
                adaptation.dropped(nowNs);
                dropped++;
            }
            nowNs += SECOND_NS / 30;
        }
    }

    @Test
    void aQuickEncoderIsGivenEverything() {
        play(60, 10_000);
        assertEquals(Level.FULL, adaptation.level());
        assertEquals(0, dropped);
        assertEquals(0, adaptation.changes());
    }

    @Test
    void tooSlowForTheRateGetsFewerPicturesAndThenDropsNone() {
        play(10, 45_000);
        assertEquals(2, adaptation.level().divisor());
        assertEquals(1, adaptation.level().quality());
        int before = dropped;
        play(3, 45_000);
        assertEquals(before, dropped);
    }

    @Test
    void farTooSlowGoesDownToTheSmallestAndGoesOnSampling() {
        play(90, 200_000);
        assertEquals(0.3, adaptation.level().quality());
        assertEquals(0.5, adaptation.level().scale());
        int before = encoded;
        play(10, 200_000);
        assertTrue(encoded - before > 20, "still encodes: " + (encoded - before));
    }

    @Test
    void whatWasLoweredComesBackOnceThereIsTime() {
        play(90, 200_000);
        play(180, 5_000);
        assertEquals(Level.FULL, adaptation.level());
        int before = dropped;
        play(30, 5_000);
        assertEquals(before, dropped);
    }

    @Test
    void aStepUpThatDoesNotLastIsTriedLessAndLessOften() {
        // Too slow for the full rate by a little: the half rate looks roomy, the full one never holds.
        int[] changes = new int[4];
        for (int i = 0; i < changes.length; i++) {
            int before = adaptation.changes();
            for (int second = 0; second < 100; second++) {
                // Half the rate takes little, the full rate too much: as with a processor that gets hot.
                play(1, adaptation.level().divisor() == 1 ? 40_000 : 15_000);
            }
            changes[i] = adaptation.changes() - before;
        }
        assertTrue(changes[3] < changes[0], changes[0] + " then " + changes[3]);
        assertTrue(changes[3] <= 3, "at last " + changes[3]);
    }

    @Test
    void fivePicturesInARowThatFoundNoFrameAreAReasonToStepDown() {
        for (int i = 0; i < 4; i++) {
            adaptation.dropped(nowNs);
        }
        assertEquals(Level.FULL, adaptation.level());
        adaptation.taken();
        for (int i = 0; i < 4; i++) {
            adaptation.dropped(nowNs);
        }
        assertEquals(Level.FULL, adaptation.level());
        adaptation.dropped(nowNs);
        assertEquals(2, adaptation.level().divisor());
    }

    @Test
    void theStartIsSlowWithoutConsequences() {
        Adaptation fresh = new Adaptation(Level.ladder(30), 30);
        for (int i = 0; i < 20; i++) {
            fresh.encoded(500_000, nowNs + i);
            fresh.dropped(nowNs + i);
        }
        assertEquals(Level.FULL, fresh.level());
    }

    @Test
    void withoutOtherLevelsNothingIsLeftOutForTheAverage() {
        Adaptation fixed = new Adaptation(List.of(Level.FULL), 30);
        for (int i = 0; i < 300; i++) {
            nowNs += SECOND_NS / 30;
            fixed.encoded(90_000, nowNs);
            assertTrue(fixed.hasTime());
        }
        assertEquals(0, fixed.changes());
    }

    @Test
    void levelsGoFromRateOverQualityToSize() {
        List<Level> ladder = Level.ladder(60);
        assertEquals(List.of(1, 2, 4), ladder.stream().map(Level::divisor).distinct().toList());
        assertEquals(0.3, ladder.stream().mapToDouble(Level::quality).min().orElseThrow());
        assertEquals(0.8, ladder.get(3).quality());
        assertEquals(0.5, ladder.getLast().scale());
        for (int i = 1; i < ladder.size(); i++) {
            Level above = ladder.get(i - 1);
            Level level = ladder.get(i);
            assertTrue(
                    level.divisor() >= above.divisor() && level.quality() <= above.quality() && level.scale() <= above.scale());
        }
        assertFalse(Level.ladder(25).stream().anyMatch(level -> level.divisor() > 1));
    }
}
