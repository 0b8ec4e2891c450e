package org.reelbench.demo.internal.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

class FrameTimesTest {

    @Test
    void framesOfAConstantRateBeginAtExactMultiples() {
        FrameTimes times = FrameTimes.constant(FrameRate.of(30_000, 1001), 100);
        assertEquals(100, times.count());
        assertEquals(RationalTime.ZERO, times.timeOf(0));
        assertEquals(RationalTime.of(99 * 1001, 30_000), times.timeOf(99));
    }

    @Test
    void irregularFramesRiseFromZeroWithDistancesOfTheirOwn() {
        FrameTimes times = FrameTimes.irregular(90_000, 150, 20);
        assertEquals(0, times.ticks().getFirst());
        Set<Long> distances = new HashSet<>();
        for (int i = 1; i < times.count(); i++) {
            long distance = times.ticks().get(i) - times.ticks().get(i - 1);
            assertTrue(distance >= 1500 && distance <= 12_000, "distance " + distance + " before frame " + i);
            distances.add(distance);
        }
        assertTrue(distances.size() > 100, "only " + distances.size() + " different distances");
    }

    @Test
    void irregularFramesAreTheSameEachTime() {
        assertEquals(FrameTimes.irregular(90_000, 50, 7), FrameTimes.irregular(90_000, 50, 7));
    }
}
