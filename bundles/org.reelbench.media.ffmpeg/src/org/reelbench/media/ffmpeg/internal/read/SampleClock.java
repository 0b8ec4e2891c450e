package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.time.Rational;

/**
 * Turns time stamps into sample numbers, 0 being the first sample after the encoder's priming. Where a tick is no whole number
 * of samples, as in Matroska's milliseconds, the nearest border of the codec's blocks is taken: the number a time stamp gives
 * depends on nothing but the time stamp.
 */
final class SampleClock {

    /** Longer jumps of the time stamps than this are meant: a gap, not rounding. */
    private static final int MEANT_PER_SECOND = 500;

    private final Ticks clock;
    private final int rateHz;
    private final long firstTicks;
    private final long firstSample;
    private final int blockSamples;
    private final boolean exact;
    private final long toleranceSamples;

    /**
     * Creates a clock.
     *
     * @param clock the stream's ticks
     * @param rateHz the stream's sample rate
     * @param firstTicks the time stamp of the first packet
     * @param firstSample the number of its first sample, negative if it is priming
     * @param blockSamples how many samples a packet has, or the greatest common divisor of that
     */
    SampleClock(Ticks clock, int rateHz, long firstTicks, long firstSample, int blockSamples) {
        this.clock = clock;
        this.rateHz = rateHz;
        this.firstTicks = firstTicks;
        this.firstSample = firstSample;
        this.blockSamples = blockSamples;
        Rational tickSamples = clock.seconds().times(rateHz);
        exact = tickSamples.inverted().isWhole();
        toleranceSamples = Math.max(1, tickSamples.ceil());
    }

    /** The stream's sample rate. */
    int rateHz() {
        return rateHz;
    }

    /** The number of the first sample of a packet with this time stamp. */
    long sample(long ticks) {
        long sample = firstSample + avutil.av_rescale(Math.subtractExact(ticks, firstTicks), clock.seconds().numerator() * rateHz,
                clock.seconds().denominator());
        if (exact || blockSamples <= 1) {
            return sample;
        }
        long border = firstSample + Math.floorDiv(sample - firstSample + blockSamples / 2, blockSamples) * blockSamples;
        return Math.abs(border - sample) <= toleranceSamples ? border : sample;
    }

    /** A time stamp at or before a sample. */
    long ticks(long sample) {
        return firstTicks + Rational.of(sample - firstSample, rateHz).dividedBy(clock.seconds()).floor();
    }

    /** Whether a time stamp differs so much from where the samples before it end that samples are missing or double. */
    boolean isJump(long sample, long expected) {
        return Math.abs(sample - expected) > Math.max(rateHz / MEANT_PER_SECOND, 2 * toleranceSamples);
    }
}
