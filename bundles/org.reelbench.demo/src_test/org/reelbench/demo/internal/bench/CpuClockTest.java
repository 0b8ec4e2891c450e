package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CpuClockTest {

    @Test
    void timesAreFoundBehindANameWithSpacesAndParentheses() {
        CpuClock clock = CpuClock
                .parse("4711 (a (strange) name 9) S 1 4711 4711 0 -1 4194304 2000 300 0 0 1234 66 250 50 20 0 12 0 900");
        assertEquals(13.0, clock.ownSeconds(), 1e-9);
        assertEquals(3.0, clock.childrenSeconds(), 1e-9);
    }
}
