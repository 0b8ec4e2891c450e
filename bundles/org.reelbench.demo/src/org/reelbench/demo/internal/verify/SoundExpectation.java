package org.reelbench.demo.internal.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reelbench.demo.internal.film.Sounding;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Computes from the edit list where in the film each click must be heard: at every full second of its source. */
final class SoundExpectation {

    /** The rate in which positions are counted. */
    static final int RATE_HZ = 48_000;

    private static final RationalTime CLICK_LENGTH = RationalTime.of(40, 1000);
    /** A click below a tenth of its level may be lost under the other sounds. */
    private static final double CERTAIN_LEVEL = 0.1;

    private final FrameRate rate;

    SoundExpectation(FrameRate rate) {
        this.rate = rate;
    }

    /** Returns the clicks in the order of their positions. */
    List<ExpectedClick> clicks(List<Sounding> sounds) {
        List<ExpectedClick> clicks = new ArrayList<>();
        sounds.forEach(sound -> add(sound, clicks));
        clicks.sort(Comparator.comparingLong(ExpectedClick::sample));
        return clicks;
    }

    private void add(Sounding sound, List<ExpectedClick> clicks) {
        RationalTime start = rate.timeOf(sound.startFrame());
        RationalTime heardFrom = rate.timeOf(sound.startFrame() - sound.leadFrames());
        RationalTime heardTo = rate.timeOf(sound.endFrame() + sound.tailFrames());
        // What is added to a time of the source to get that of the film.
        RationalTime shift = start.minus(sound.sourceIn());
        long first = heardFrom.minus(CLICK_LENGTH).minus(shift).seconds().ceil();
        for (long second = Math.max(0, first);; second++) {
            RationalTime at = RationalTime.ofSeconds(second).plus(shift);
            if (!at.isBefore(heardTo)) {
                return;
            }
            boolean whole = !at.isBefore(heardFrom) && !at.plus(CLICK_LENGTH).isAfter(heardTo);
            clicks.add(new ExpectedClick(sound.source(), at.ticksRound(RATE_HZ), whole && level(sound, at) >= CERTAIN_LEVEL));
        }
    }

    /** Returns the level a cross-fade leaves, which rises and falls evenly. */
    private double level(Sounding sound, RationalTime at) {
        Rational frame = at.seconds().times(rate.framesPerSecond());
        double level = 1;
        if (sound.leadFrames() > 0) {
            level = Math.min(level,
                    frame.minus(Rational.of(sound.startFrame() - sound.leadFrames())).toDouble() / (2 * sound.leadFrames()));
        }
        if (sound.tailFrames() > 0) {
            level = Math.min(level,
                    Rational.of(sound.endFrame() + sound.tailFrames()).minus(frame).toDouble() / (2 * sound.tailFrames()));
        }
        return level;
    }
}
