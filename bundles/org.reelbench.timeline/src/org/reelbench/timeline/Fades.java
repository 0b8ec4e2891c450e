package org.reelbench.timeline;

/**
 * How long a clip fades in at its start and out at its end: its picture from and to opacity 0, its sound from and to silence, both
 * evenly, the sound by amplitude as in a dissolve.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param inFrames how long it fades in, in frames of the sequence; 0 for a clip that begins at once
 * @param outFrames how long it fades out, in frames of the sequence; 0 for a clip that ends at once
 */
public record Fades(long inFrames, long outFrames) {

    /** No fade at either end. */
    public static final Fades NONE = new Fades(0, 0);

    /**
     * Creates fades.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Fades {
        if (inFrames < 0 || outFrames < 0) {
            throw new IllegalArgumentException("a fade is not negative: " + inFrames + ", " + outFrames);
        }
    }

    /**
     * Returns the fades of a clip that may have got shorter: as they are if both fit in, otherwise shortened in proportion so that
     * they meet.
     *
     * @param durationFrames how long the clip is, above zero
     * @return fades that together are not longer
     */
    public Fades fitting(long durationFrames) {
        long in = Math.min(inFrames, Item.MAX_DURATION_FRAMES);
        long out = Math.min(outFrames, Item.MAX_DURATION_FRAMES);
        if (in + out <= durationFrames) {
            return this;
        }
        long shorter = Math.round((double) in / (in + out) * durationFrames);
        return new Fades(shorter, durationFrames - shorter);
    }

    /**
     * Returns the fade at the start alone: that of what lies before a cut.
     *
     * @return the fades without the one at the end
     */
    public Fades atStart() {
        return outFrames == 0 ? this : new Fades(inFrames, 0);
    }

    /**
     * Returns the fade at the end alone: that of what lies behind a cut.
     *
     * @return the fades without the one at the start
     */
    public Fades atEnd() {
        return inFrames == 0 ? this : new Fades(0, outFrames);
    }

    /**
     * Returns how much of a clip is left at a moment.
     *
     * @param positionFrames how many frames, or parts of frames, after the clip's start. A picture is asked for in its middle: at
     *        n + 0.5 for frame n, so that a fade looks the same forwards and backwards
     * @param durationFrames how long the clip is
     * @return from 0, nothing, to 1, all: the factor of opacity and of amplitude
     */
    public double weightAt(double positionFrames, long durationFrames) {
        double in = inFrames == 0 ? 1 : positionFrames / inFrames;
        double out = outFrames == 0 ? 1 : (durationFrames - positionFrames) / outFrames;
        return Math.clamp(Math.min(in, out), 0.0, 1.0);
    }
}
