package org.reelbench.interchange.internal.otio;

import java.math.BigInteger;

import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Item;

/**
 * Where the next item of a track begins. Items last whole frames here but any time in the file: rounding places instead of
 * lengths keeps the errors from adding up.
 */
final class Position {

    /** Finer than any rounding shows, and coarse enough that sums of anything fit. */
    private static final long PARTS_OF_A_FRAME = 1_000_000;

    private static final Rational MOST = Rational.of(Item.MAX_DURATION_FRAMES);

    private final FrameRate rate;
    private Rational frames = Rational.ZERO;

    Position(FrameRate rate) {
        this.rate = rate;
    }

    /** Returns the frame the next item begins at. */
    long frame() {
        return frames.round();
    }

    /**
     * Goes past an item.
     *
     * @return how many frames it lasts
     * @throws TimelineFormatException if the track becomes too long
     */
    long advance(RationalTime duration, Fields at) throws TimelineFormatException {
        long before = frame();
        try {
            Rational length = duration.seconds().times(rate.framesPerSecond());
            if (length.compareTo(MOST) <= 0) {
                frames = sum(frames, length);
            }
            if (length.compareTo(MOST) > 0 || frames.compareTo(MOST) > 0) {
                throw at.problem("the track is longer than " + Item.MAX_DURATION_FRAMES + " frames");
            }
        } catch (ArithmeticException e) {
            throw at.problem("this time is too large or too fine to compute with");
        }
        return frame() - before;
    }

    /** Exact while it can be; times of ever new denominators are rounded to parts of a frame. */
    private static Rational sum(Rational a, Rational b) {
        try {
            Rational exact = a.plus(b);
            return exact.denominator() <= Integer.MAX_VALUE ? exact : rounded(a, b);
        } catch (ArithmeticException e) {
            return rounded(a, b);
        }
    }

    private static Rational rounded(Rational a, Rational b) {
        return Rational.of(parts(a) + parts(b), PARTS_OF_A_FRAME);
    }

    private static long parts(Rational number) {
        return BigInteger.valueOf(number.numerator()).multiply(BigInteger.valueOf(PARTS_OF_A_FRAME))
                .divide(BigInteger.valueOf(number.denominator())).longValueExact();
    }
}
