package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/** The clock of playback where no device exists, at a time that stands still unless somebody waits. */
class SilentSinkTest {

    private static final int RATE_HZ = 48_000;
    private static final int BUFFER_FRAMES = 9600;

    private final AtomicLong nanos = new AtomicLong(5_000_000_123L);
    private final AtomicLong waits = new AtomicLong();
    private final SilentSink sink = new SilentSink(RATE_HZ, BUFFER_FRAMES, nanos::get, (_, wait) -> {
        waits.incrementAndGet();
        nanos.addAndGet(wait);
    });
    private final float[][] sound = new float[2][RATE_HZ];

    @Test
    void aBufferIsTakenAtOnceAndTheRestAsItIsPlayed() throws Exception {
        sink.start();
        assertEquals(BUFFER_FRAMES, sink.write(sound, 0, BUFFER_FRAMES));
        assertEquals(0, waits.get());
        assertEquals(RATE_HZ, sink.write(sound, 0, RATE_HZ));
        assertEquals(RATE_HZ, sink.framesPlayed());
    }

    @Test
    void theClockRunsAtTheSampleRateWithoutDrift() throws Exception {
        sink.start();
        long start = nanos.get();
        for (int i = 0; i < 600; i++) {
            sink.write(sound, 0, RATE_HZ / 10);
            sink.framesPlayed();
        }
        sink.drain();
        long playedNanos = nanos.get() - start;
        assertEquals(60 * RATE_HZ, sink.framesPlayed());
        // Each stop for want of sound may cost a rounding; there is none here but the last.
        assertTrue(Math.abs(playedNanos - TimeUnit.SECONDS.toNanos(60)) < 100_000, playedNanos + " ns");
    }

    @Test
    void aPauseStopsTheClockAndKeepsTheRest() throws Exception {
        sink.start();
        sink.write(sound, 0, 9600);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        sink.pause();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(7));
        assertEquals(4800, sink.framesPlayed());
        assertEquals(4800, sink.write(sound, 0, RATE_HZ), "only what is free is taken while nothing plays");
        sink.start();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
        assertEquals(7200, sink.framesPlayed());
    }

    @Test
    void withNothingToPlayTheClockStandsStill() throws Exception {
        sink.start();
        sink.write(sound, 0, 480);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
        assertEquals(480, sink.framesPlayed());
        sink.write(sound, 0, 480);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(5));
        assertEquals(720, sink.framesPlayed());
    }

    @Test
    void whatIsFlushedIsNotCounted() throws Exception {
        sink.start();
        sink.write(sound, 0, 9600);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        sink.flush();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertEquals(4800, sink.framesPlayed());
        sink.drain();
        assertEquals(0, waits.get());
    }

    @Test
    void aClosedSinkTakesNothing() throws Exception {
        sink.start();
        sink.close();
        assertEquals(0, sink.write(sound, 0, 10));
        sink.close();
    }
}
