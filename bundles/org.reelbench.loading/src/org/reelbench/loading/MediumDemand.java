package org.reelbench.loading;

import org.reelbench.time.RationalTime;

/**
 * A stream of a medium that a track shows or plays near the playhead.
 *
 * @param medium what tells the medium from others of the same session, such as the project's id of it
 * @param finder finds it
 * @param streamIndex the stream, of pictures or of sound; below 0 for the first one of pictures
 * @param distance how far from the playhead it is seen or heard next, 0 where it is now; not negative. Up to
 *            {@link #ACTIVE} it gets a decoder, beyond that its container is kept open as long as that is cheap
 */
public record MediumDemand(String medium, MediumFinder finder, int streamIndex, RationalTime distance) {

    /** How near to the playhead a medium has its decoder open. */
    public static final RationalTime ACTIVE = RationalTime.of(2, 1);

    /**
     * Creates the demand.
     *
     * @throws IllegalArgumentException if the distance is negative
     */
    public MediumDemand {
        if (distance.isBefore(RationalTime.ZERO)) {
            throw new IllegalArgumentException("a distance is not negative: " + distance);
        }
    }

    /**
     * Tells whether the medium needs a decoder.
     *
     * @return true up to {@link #ACTIVE}
     */
    public boolean isActive() {
        return !distance.isAfter(ACTIVE);
    }
}
