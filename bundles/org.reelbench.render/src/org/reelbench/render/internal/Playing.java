package org.reelbench.render.internal;

import org.reelbench.render.Source;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Which sample of a sound is heard at which sample of the sequence. The start is rounded to a sample once, so that a razor cut
 * neither loses nor doubles a sample.
 * <p>
 * Where it plays backwards, each picture's sound is heard while the picture is seen. Sound that would be faster than
 * {@value #FASTEST} times is silence, as nobody could hear it.
 *
 * @param speed how fast, not 0
 * @param origin the sample heard at the sequence's first one
 */
record Playing(Rational speed, long origin) {

    static final int FASTEST = 32;

    static Playing of(Source source, FrameRate rate, int sampleRateHz) {
        Rational speed = source.speed();
        if (speed.signum() > 0) {
            return new Playing(speed, source.origin().ticksRound(sampleRateHz));
        }
        // A picture that is shown from its start on was recorded until a frame later; that moment is heard first.
        RationalTime end = source.origin().plus(rate.frameDuration().times(speed.absolute()));
        return new Playing(speed, end.ticksRound(sampleRateHz) - 1);
    }

    /** Tells whether a speed can be heard at all: a frozen picture has no sound. */
    static boolean isAudible(Rational speed) {
        return speed.signum() != 0 && speed.absolute().compareTo(Rational.of(FASTEST)) <= 0;
    }

    boolean asRecorded() {
        return speed.equals(Rational.ONE);
    }

    /** The same for the sound backwards, whose sample n is this one's sample −n. */
    Playing reversed() {
        return new Playing(speed.negated(), -origin);
    }

    /** The sample of the sound at or before the place where a sample of the sequence lies. */
    long position(long sample) {
        return origin + Math.floorDiv(sample * speed.numerator(), speed.denominator());
    }

    /** How far behind that sample the place is. */
    double fraction(long sample) {
        return (double) Math.floorMod(sample * speed.numerator(), speed.denominator()) / speed.denominator();
    }

    /** The sample of the sequence at which the sound's own first one is heard: what is counted from there moves with the clip. */
    long anchor() {
        return Math.floorDiv(-origin * speed.denominator(), speed.numerator());
    }
}
