package org.reelbench.interchange.internal.otio;

import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * A stretch of time as the file gives it.
 *
 * @param start where it begins
 * @param duration how long it is, not negative
 * @param rate the rate its length is counted in
 */
record Span(RationalTime start, RationalTime duration, FrameRate rate) {

    private static final String TOO_FINE = "this time is too large or too fine to compute with";

    /** Reads a {@code TimeRange}; a start that is missing is zero. */
    static Span read(Fields range) throws TimelineFormatException {
        Fields start = range.inner("start_time");
        Fields duration = range.inner("duration");
        if (duration == null) {
            throw range.wrong("duration", "a time");
        }
        RationalTime length = time(duration);
        if (length.signum() < 0) {
            throw duration.problem("a duration is not negative");
        }
        return new Span(start == null ? RationalTime.ZERO : time(start), length, rate(duration));
    }

    /** Reads a {@code RationalTime}. */
    static RationalTime time(Fields time) throws TimelineFormatException {
        Rational value = Decimals.fraction(time.number("value", Decimals.MAX_VALUE));
        if (value.signum() == 0) {
            return RationalTime.ZERO;
        }
        FrameRate rate = rate(time);
        try {
            return new RationalTime(value.dividedBy(rate.framesPerSecond()));
        } catch (ArithmeticException e) {
            throw time.problem(TOO_FINE);
        }
    }

    /** Reads the rate of a {@code RationalTime}; of no time at all it may be anything. */
    static FrameRate rate(Fields time) throws TimelineFormatException {
        double hz = time.number("rate", Decimals.MAX_RATE_HZ);
        if (hz <= 0) {
            if (time.number("value", Decimals.MAX_VALUE) == 0) {
                return FrameRate.of(1, 1);
            }
            throw time.wrong("rate", "a number above 0");
        }
        return Decimals.rate(hz);
    }

    /** Subtracts two times of the file. */
    static RationalTime minus(RationalTime time, RationalTime other, Fields at) throws TimelineFormatException {
        try {
            return time.minus(other);
        } catch (ArithmeticException e) {
            throw at.problem(TOO_FINE);
        }
    }

    /** Returns the nearest whole frame, within what a track may hold. */
    static long frames(RationalTime time, FrameRate rate, long most, Fields at) throws TimelineFormatException {
        try {
            long frames = rate.nearestFrame(time);
            if (Math.abs(frames) <= most) {
                return frames;
            }
        } catch (ArithmeticException e) {
            throw at.problem(TOO_FINE);
        }
        throw at.problem("this is longer than " + most + " frames");
    }
}
