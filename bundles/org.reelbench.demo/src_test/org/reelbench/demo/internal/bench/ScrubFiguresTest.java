package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class ScrubFiguresTest {

    @Test
    void percentilesAreValuesThatWereMeasured() {
        List<Double> values = List.of(4.0, 1.0, 3.0, 2.0);
        assertEquals(2, ScrubFigures.percentile(values, 50));
        assertEquals(4, ScrubFigures.percentile(values, 95));
        assertEquals(1, ScrubFigures.percentile(values, 1));
        assertEquals(7, ScrubFigures.percentile(List.of(7.0), 50));
    }

    @Test
    void theRatioIsOfAllJumpsTogether() {
        ScrubFigures figures = new ScrubFigures(List.of(1.0, 1.0), List.of(10.0, 100.0), List.of(20.0, 90.0));
        assertEquals(1, figures.ratio());
    }
}
