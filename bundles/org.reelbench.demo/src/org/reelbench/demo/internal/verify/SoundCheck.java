package org.reelbench.demo.internal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.reelbench.testcard.Click;
import org.reelbench.testcard.ClickTrack;

/** Finds the clicks of the film's sound and compares their places. One thread. */
final class SoundCheck {

    /** A millisecond. */
    static final long TOLERANCE_SAMPLES = SoundExpectation.RATE_HZ / 1000;
    /** A click nearer than this to a place was meant for it, however wrong it is. */
    private static final long SAME_CLICK_SAMPLES = SoundExpectation.RATE_HZ / 4;

    private final List<Deviation> deviations = new ArrayList<>();
    private long verified;
    private long greatestErrorSamples;

    /** Compares the sound with what must be heard. */
    void check(float[] mono, List<ExpectedClick> expected) {
        compare(ClickTrack.find(mono, 0, SoundExpectation.RATE_HZ), expected);
    }

    void compare(List<Click> found, List<ExpectedClick> expected) {
        List<Click> left = new ArrayList<>(found);
        for (ExpectedClick click : expected) {
            Click nearest = nearest(left, click);
            if (nearest == null) {
                if (click.certain()) {
                    deviations.add(new Deviation(at(click.sample()), "click of source " + click.source(), "none"));
                }
                continue;
            }
            left.remove(nearest);
            long error = Math.abs(nearest.samplePosition() - click.sample());
            if (click.certain()) {
                greatestErrorSamples = Math.max(greatestErrorSamples, error);
                if (error <= TOLERANCE_SAMPLES) {
                    verified++;
                } else {
                    deviations.add(new Deviation(at(click.sample()), "click of source " + click.source(),
                            nearest.samplePosition() - click.sample() + " samples away"));
                }
            }
        }
        for (Click click : left) {
            deviations.add(new Deviation(at(click.samplePosition()), "no click", "one of voice " + click.voice()));
        }
    }

    /** Returns how many clicks were where they must be. */
    long verified() {
        return verified;
    }

    /** Returns the greatest distance of a click from its place. */
    long greatestErrorSamples() {
        return greatestErrorSamples;
    }

    List<Deviation> deviations() {
        return deviations;
    }

    private static @org.eclipse.jdt.annotation.Nullable Click nearest(List<Click> clicks, ExpectedClick expected) {
        Click best = null;
        long least = SAME_CLICK_SAMPLES;
        for (Click click : clicks) {
            long distance = Math.abs(click.samplePosition() - expected.sample());
            if (click.voice() == expected.voice() && distance < least) {
                best = click;
                least = distance;
            }
        }
        return best;
    }

    private static String at(long sample) {
        return String.format(Locale.ROOT, "sound at %.3f s", (double) sample / SoundExpectation.RATE_HZ);
    }
}
