package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void pairsAreDividedOneByOne() {
        Ratio ratio = Ratio.of(List.of(pair(1, 2), pair(2, 1), pair(4, 5)), Measured::cpuSeconds);
        assertEquals(new Ratio(1.25, 0.5, 2), ratio);
        assertEquals("1.25 (0.50–2.00)", ratio.toString());
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertEquals(2.5, Ratio.median(List.of(9.0, 2.0, 1.0, 3.0)));
    }

    private static Pair pair(double ours, double theirs) {
        return new Pair(new Measured(ours, 1, 1), new Measured(theirs, 1, 1));
    }
}
