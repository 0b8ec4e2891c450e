package org.reelbench.interchange.internal.otio;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;

/**
 * Turns the floating-point numbers of OpenTimelineIO into the exact ones that were meant.
 */
final class Decimals {

    /** Beyond this a double does not hold every whole number, and no medium is that long. */
    static final double MAX_VALUE = 1e15;

    /** No clock of pictures or sound ticks faster than this. */
    static final double MAX_RATE_HZ = 1e9;

    private static final long MAX_DENOMINATOR = 1_000_000;
    private static final double TOLERANCE = 1e-9;
    private static final double PULLED_DOWN_TOLERANCE_HZ = 0.0065;
    private static final double FASTEST_PULLED_DOWN_HZ = 240;

    private Decimals() {
    }

    /**
     * Returns the simplest fraction that a double within ±{@link #MAX_VALUE} stands for: 0.1 is 1/10, 0.333333333333 is 1/3.
     */
    static Rational fraction(double value) {
        return fraction(value, MAX_DENOMINATOR);
    }

    /** Returns the speed that a double stands for, with terms that a clip may have; the nearest where there is none. */
    static Rational speed(double value) {
        double size = Math.max(1, Math.abs(value));
        return fraction(value, Math.max(1, (long) (Clip.MAX_SPEED_TERM / (size + 1))));
    }

    private static Rational fraction(double value, long maxDenominator) {
        double size = Math.abs(value);
        long whole = (long) size;
        double rest = size - whole;
        // A large number has fewer digits left after the point.
        double tolerance = TOLERANCE * Math.max(1, size);
        long sign = value < 0 ? -1 : 1;
        if (rest <= tolerance) {
            return Rational.of(sign * whole);
        }
        // Continued fraction: each step is the best fraction of its size.
        long numerator = whole;
        long denominator = 1;
        long numeratorBefore = 1;
        long denominatorBefore = 0;
        double left = rest;
        while (Math.abs(size - (double) numerator / denominator) > tolerance) {
            double inverse = 1 / left;
            long term = (long) inverse;
            long nextDenominator = term * denominator + denominatorBefore;
            if (term > maxDenominator || nextDenominator > maxDenominator) {
                break;
            }
            long nextNumerator = term * numerator + numeratorBefore;
            numeratorBefore = numerator;
            denominatorBefore = denominator;
            numerator = nextNumerator;
            denominator = nextDenominator;
            left = inverse - term;
            if (left <= 0) {
                break;
            }
        }
        return Rational.of(sign * numerator, denominator);
    }

    /**
     * Returns the rate that a double above zero and up to {@link #MAX_RATE_HZ} stands for: whole, or a whole one pulled down by
         * 1000/1001, also where it was rounded to 23.98 or 29.97, else the simplest fraction.
     */
    static FrameRate rate(double hz) {
        double whole = Math.rint(hz);
        if (whole >= 1 && Math.abs(hz - whole) <= TOLERANCE * whole) {
            return FrameRate.of((long) whole, 1);
        }
        long pulledDown = Math.round(hz * 1001 / 1000);
        if (pulledDown >= 1 && hz <= FASTEST_PULLED_DOWN_HZ
                && Math.abs(hz - pulledDown * 1000.0 / 1001) <= PULLED_DOWN_TOLERANCE_HZ) {
            return FrameRate.of(pulledDown * 1000, 1001);
        }
        Rational fraction = fraction(hz);
        return new FrameRate(fraction.signum() > 0 ? fraction : Rational.of(1, MAX_DENOMINATOR));
    }
}
