package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.reelbench.plugins.internal.Breaker.Verdict;

/** What follows from failures of a plug-in. */
class BreakerTest {

    private long nowNs;
    private final Breaker breaker = new Breaker(() -> nowNs);

    private void pass(long ms) {
        nowNs += ms * 1_000_000;
    }

    private Verdict failThrice() {
        assertEquals(Verdict.GOES_ON, breaker.failed("process"));
        assertEquals(Verdict.GOES_ON, breaker.failed("process"));
        return breaker.failed("process");
    }

    @Test
    void restsForHalfAMinuteAfterThreeFailuresInARow() {
        assertEquals(Verdict.RESTS, failThrice());
        assertFalse(breaker.allows());
        pass(Breaker.REST_MS - 1);
        assertTrue(breaker.isResting());
        pass(1);
        assertTrue(breaker.allows());
        assertEquals(3, breaker.failures());
    }

    @Test
    void isGivenUpWhenItFailsAtOnceAfterwards() {
        failThrice();
        pass(Breaker.REST_MS);
        breaker.succeeded("create");
        assertEquals(Verdict.GIVEN_UP, breaker.failed("process"));
        pass(Breaker.REST_MS);
        assertFalse(breaker.allows());
    }

    @Test
    void startsAnewWhenItSucceedsAfterwards() {
        failThrice();
        pass(Breaker.REST_MS);
        breaker.succeeded("process");
        assertEquals(Verdict.RESTS, failThrice());
    }

    @Test
    void successOfTheSameKindBreaksTheRow() {
        breaker.failed("process");
        breaker.failed("process");
        breaker.succeeded("process");
        assertEquals(Verdict.GOES_ON, breaker.failed("process"));
        breaker.succeeded("create");
        breaker.failed("process");
        assertEquals(Verdict.RESTS, breaker.failed("process"), "another kind does not");
    }

    @Test
    void whatHangsIsGivenUp() {
        assertEquals(Verdict.GIVEN_UP, breaker.hung());
        assertFalse(breaker.allows());
        assertFalse(breaker.isResting());
    }
}
