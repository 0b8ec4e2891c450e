package org.reelbench.ui.preview.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RestTest {

    private final Rest rest = new Rest();

    @Test
    void oneJumpIsNoMotion() {
        assertFalse(rest.isMoving(0));
        rest.moved(10_000);
        assertFalse(rest.isMoving(10_001));
        rest.moved(10_000 + Rest.PAUSE_MS);
        assertFalse(rest.isMoving(10_001 + Rest.PAUSE_MS));
    }

    @Test
    void stepsThatFollowEachOtherAreAndItEndsWhenTheyDo() {
        for (long ms = 10_000; ms <= 11_000; ms += 40) {
            rest.moved(ms);
        }
        assertTrue(rest.isMoving(11_000 + Rest.PAUSE_MS - 1));
        assertFalse(rest.isMoving(11_000 + Rest.PAUSE_MS));
    }
}
