package org.reelbench.capture.ffmpeg.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class StampClockTest {

    private static final long NOW = TimeUnit.HOURS.toNanos(5);
    private static final long DAY = TimeUnit.DAYS.toNanos(20_000);
    private static final long AGE = TimeUnit.MILLISECONDS.toNanos(40);

    private final StampClock clock = new StampClock(() -> NOW, () -> DAY);

    @Test
    void aStampOfTheRunningTimeIsTakenAsItIs() {
        assertEquals(NOW - AGE, clock.timeNs(NOW - AGE));
    }

    @Test
    void aStampOfTheTimeOfDayIsPutOnOurClock() {
        assertEquals(NOW - AGE, clock.timeNs(DAY - AGE));
    }

    @Test
    void aStampOfAnyOtherClockIsNotUsed() {
        assertEquals(NOW, clock.timeNs(12_345));
        assertEquals(NOW, new StampClock(() -> NOW, () -> DAY).timeNs(Long.MIN_VALUE));
    }

    @Test
    void timeNeverStandsStill() {
        long first = clock.timeNs(NOW - AGE);
        assertTrue(clock.timeNs(NOW - AGE) > first);
        assertTrue(clock.timeNs(NOW - 2 * AGE) > first);
    }
}
