package org.reelbench.playback.internal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;

/**
 * Tells which frame of the sequence is due, by the samples that have been heard. Exact: nothing adds up over hours.
 * <p>
 * For every thread, if the count of samples is.
 */
final class PlaybackClock {

    private final long startFrame;
    private final FrameRate rate;
    private final int sampleRateHz;
    private final int speed;
    private final LongSupplier samplesPlayed;

    /**
     * Creates a clock.
     *
     * @param speed how many times as fast as at normal speed frames go by
     */
    PlaybackClock(long startFrame, FrameRate rate, int sampleRateHz, int speed, LongSupplier samplesPlayed) {
        this.speed = speed;
        this.startFrame = startFrame;
        this.rate = rate;
        this.sampleRateHz = sampleRateHz;
        this.samplesPlayed = samplesPlayed;
    }

    /** Returns the frame that is due. */
    long frame() {
        return startFrame
                + Rational.of(samplesPlayed.getAsLong(), sampleRateHz).times(speed).times(rate.framesPerSecond()).floor();
    }

    /** Returns how long it is until a frame is due; 0 or less if it is already. */
    long nanosUntil(long frame) {
        long dueSamples = rate.timeOf(frame - startFrame).seconds().times(Rational.of(sampleRateHz, speed)).ceil();
        return (dueSamples - samplesPlayed.getAsLong()) * TimeUnit.SECONDS.toNanos(1) / sampleRateHz;
    }
}
