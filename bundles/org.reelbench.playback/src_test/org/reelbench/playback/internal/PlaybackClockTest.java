package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.time.FrameRate;

/** Which frame is due. */
class PlaybackClockTest {

    private final AtomicLong samples = new AtomicLong();

    @Test
    void framesAreDueWhenTheirSamplesHaveBeenHeard() {
        PlaybackClock clock = new PlaybackClock(100, FrameRate.of(30, 1), 48_000, 1, samples::get);
        assertEquals(100, clock.frame());
        samples.set(1599);
        assertEquals(100, clock.frame());
        samples.set(1600);
        assertEquals(101, clock.frame());
        assertEquals(1_000_000_000L, clock.nanosUntil(131));
        assertTrue(clock.nanosUntil(100) <= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "24000/1001", "25", "30000/1001", "60000/1001" })
    void afterADayTheClockIsStillExact(String rate) {
        FrameRate frames = FrameRate.parse(rate);
        PlaybackClock clock = new PlaybackClock(7, frames, 44_100, 1, samples::get);
        for (long frame : new long[] { 1, 1001, 30_000, 2_589_408, 5_178_817 }) {
            long due = frames.timeOf(frame).seconds().times(44_100).ceil();
            samples.set(due - 1);
            assertEquals(7 + frame - 1, clock.frame());
            assertTrue(clock.nanosUntil(7 + frame) > 0);
            samples.set(due);
            assertEquals(7 + frame, clock.frame());
            assertEquals(0, clock.nanosUntil(7 + frame));
        }
    }
}
