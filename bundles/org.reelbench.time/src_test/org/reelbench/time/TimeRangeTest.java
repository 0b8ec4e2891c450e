package org.reelbench.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static final RationalTime ONE = RationalTime.ofSeconds(1);
    private static final RationalTime THREE = RationalTime.ofSeconds(3);
    private static final RationalTime INSTANT = RationalTime.of(1, 1_000_000_000);

    @Test
    void theInPointIsInsideAndTheOutPointIsNot() {
        TimeRange range = new TimeRange(ONE, THREE);
        assertTrue(range.contains(ONE));
        assertTrue(range.contains(THREE.minus(INSTANT)));
        assertFalse(range.contains(THREE));
        assertFalse(range.contains(ONE.minus(INSTANT)));
    }

    @Test
    void anEmptyRangeContainsNothing() {
        TimeRange range = new TimeRange(ONE, ONE);
        assertTrue(range.isEmpty());
        assertFalse(range.contains(ONE));
        assertEquals(RationalTime.ZERO, range.duration());
        assertFalse(new TimeRange(ONE, THREE).isEmpty());
    }

    @Test
    void aRangeOfALengthEndsThatMuchLater() {
        TimeRange range = TimeRange.ofDuration(ONE, RationalTime.of(1001, 30_000));
        assertEquals(RationalTime.of(31_001, 30_000), range.out());
        assertEquals(RationalTime.of(1001, 30_000), range.duration());
    }

    @Test
    void anOutPointBeforeTheInPointIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(THREE, ONE));
        assertThrows(IllegalArgumentException.class, () -> TimeRange.ofDuration(ONE, RationalTime.of(-1, 3)));
    }
}
