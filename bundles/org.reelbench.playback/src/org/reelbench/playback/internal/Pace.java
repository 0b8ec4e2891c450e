package org.reelbench.playback.internal;

import java.util.concurrent.TimeUnit;

import org.reelbench.media.Cancellation;

/**
 * When pictures are due, by the sound that has been heard, and the waiting for it. Where playback goes round, each lap follows on the one
 * before. One thread.
 */
final class Pace {

    /** The clock is looked at again after this, because it may have stopped. */
    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final PlaybackClock clock;
    private final PlaybackRun.Time time;
    private final Cancellation stop;
    private long lapFrames;

    Pace(PlaybackClock clock, PlaybackRun.Time time, Cancellation stop) {
        this.clock = clock;
        this.time = time;
        this.stop = stop;
    }

    /** Returns the frame that is due. */
    long frame() {
        return clock.frame() - lapFrames;
    }

    long nanosUntil(long frame) {
        return clock.nanosUntil(frame + lapFrames);
    }

    long now() {
        return time.nanoTime().getAsLong();
    }

    void waitNanos(long nanos) {
        time.waitNanos().accept(Math.min(nanos, LONGEST_WAIT_NANOS));
    }

    void waitUntil(long frame) {
        for (long nanos = nanosUntil(frame); nanos > 0; nanos = nanosUntil(frame)) {
            stop.check();
            waitNanos(nanos);
        }
        stop.check();
    }

    /**
     * Begins another lap behind the one that has ended.
     *
     * @param frames how long a lap is
     * @param firstFrame where it begins
     * @return how many frames of whole laps are over already and left out
     */
    long nextLap(long frames, long firstFrame) {
        lapFrames += frames;
        long missed = Math.max(0, (frame() - firstFrame) / frames * frames);
        lapFrames += missed;
        return missed;
    }
}
