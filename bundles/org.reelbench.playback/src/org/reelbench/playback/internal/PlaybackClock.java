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
    private final LongSupplier samplesPlayed;

    PlaybackClock(long startFrame, FrameRate rate, int sampleRateHz, LongSupplier samplesPlayed) {
        this.startFrame = startFrame;
        this.rate = rate;
        this.sampleRateHz = sampleRateHz;
        this.samplesPlayed = samplesPlayed;
    }

    /** Returns the frame that is due. */
    long frame() {
        return startFrame + Rational.of(samplesPlayed.getAsLong(), sampleRateHz).times(rate.framesPerSecond()).floor();
    }

    /** Returns how long it is until a frame is due at normal speed; 0 or less if it is already. */
    long nanosUntil(long frame) {
        long dueSamples = rate.timeOf(frame - startFrame).seconds().times(sampleRateHz).ceil();
        return (dueSamples - samplesPlayed.getAsLong()) * TimeUnit.SECONDS.toNanos(1) / sampleRateHz;
    }
}
