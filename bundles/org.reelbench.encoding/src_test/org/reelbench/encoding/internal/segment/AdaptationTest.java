package org.reelbench.encoding.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** Quality goes down and comes up again, by a clock of the test. */
class AdaptationTest {

    private static final Duration SHOWN = Duration.ofSeconds(2);

    private long nowNs;
    private final Adaptation adaptation = new Adaptation(() -> nowNs, 4);

    /** Makes segments one after the other, each as slow as this. */
    private void make(int count, double timesAsSlow) {
        for (int i = 0; i < count; i++) {
            Duration took = Duration.ofNanos((long) (SHOWN.toNanos() * timesAsSlow));
            nowNs += took.toNanos();
            adaptation.sample(adaptation.step(), took, SHOWN);
        }
    }

    @Test
    void tooSlowGoesDownToTheLowestAndFastEnoughComesUpToTheBest() {
        make(20, 3);
        assertEquals(3, adaptation.step());
        make(200, 0.2);
        assertEquals(0, adaptation.step());
    }

    @Test
    void inBetweenItStays() {
        make(1, 3);
        assertEquals(1, adaptation.step());
        make(100, 1.9);
        assertEquals(1, adaptation.step());
        make(100, 0.6);
        assertEquals(1, adaptation.step());
    }

    @Test
    void oneSlowSegmentAmongQuickOnesChangesNothing() {
        make(10, 0.3);
        make(1, 4);
        assertEquals(0, adaptation.step());
    }

    @Test
    void aQualityThatProvesTooSlowIsTriedLessAndLessOften() {
        int climbs = 0;
        int last = adaptation.step();
        long end = Duration.ofHours(1).toNanos();
        while (nowNs < end) {
            // On the best rung too slow by far, on the others far quick enough.
            make(1, adaptation.step() == 0 ? 3 : 0.3);
            climbs += adaptation.step() < last ? 1 : 0;
            last = adaptation.step();
        }
        assertTrue(climbs >= 5 && climbs <= 20, climbs + " times in an hour");
    }

    @Test
    void segmentsOfAnotherQualitySayNothing() {
        for (int i = 0; i < 50; i++) {
            adaptation.sample(2, Duration.ofSeconds(20), SHOWN);
        }
        assertEquals(0, adaptation.step());
    }

    @Test
    void anEncoderThatFailsAgainAndAgainIsLeftAloneForAWhile() {
        Breaker breaker = new Breaker(() -> nowNs);
        breaker.failed("a");
        breaker.failed("a");
        breaker.worked("a");
        breaker.failed("a");
        breaker.failed("a");
        assertTrue(breaker.allows("a"));
        assertTrue(breaker.failed("a"));
        assertTrue(!breaker.allows("a") && breaker.allows("b"));
        nowNs += Duration.ofMinutes(2).toNanos();
        assertTrue(breaker.allows("a"));
        assertTrue(breaker.failed("a"), "one more failure is enough then");
        assertTrue(!breaker.allows("a"));
    }
}
