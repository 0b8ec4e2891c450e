package org.reelbench.render.internal.effects;

/** Turns decibels into factors of amplitude and back. */
final class Decibels {

    /** What is so much quieter than what it comes from cannot be heard. */
    static final double INAUDIBLE = -90;

    private static final double NEPERS = Math.log(10) / 20;

    private Decibels() {
    }

    static double factor(double decibels) {
        return decibels == 0 ? 1 : Math.exp(decibels * NEPERS);
    }

    /** The level of an amplitude; silence is at −200 dB. */
    static double level(double amplitude) {
        return amplitude < 1e-10 ? -200 : Math.log(amplitude) / NEPERS;
    }

    /** How many times the time constant of an exponential decay it takes until it cannot be heard. */
    static double timesUntilInaudible() {
        return -INAUDIBLE / 20 * Math.log(10);
    }
}
