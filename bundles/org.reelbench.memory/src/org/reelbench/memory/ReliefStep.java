package org.reelbench.memory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that gives memory back when it runs short: one rung of the ladder. Rungs are tried from the lowest rank up until the
 * pressure falls.
 * <p>
 * Called on the monitor's thread, one step at a time. A step that throws is named in the log and left out of that climb; one that
 * takes longer than ten seconds is left alone, and so until it returns; if a plug-in brought it, the plug-in is quarantined.
 */
@ConsumerType
public interface ReliefStep {

    /** Pictures that are small and can be made again. */
    int THUMBNAILS = 100;

    /** Outlines of sound away from what is visible. */
    int WAVEFORMS = 200;

    /** Anything of hidden tracks that is left. */
    int HIDDEN = 300;

    /** Decoders away from the playhead. */
    int OFF_RANGE_DECODERS = 400;

    /** What was decoded ahead. */
    int READ_AHEAD = 500;

    /** The size of pictures in the viewer. */
    int PREVIEW_RESOLUTION = 600;

    /**
     * Returns the step's place on the ladder.
     *
     * @return one of the constants, or a number between them; steps of one rank go by their service ranking
     */
    int rank();

    /**
     * Returns what the step gives up, for people.
     *
     * @return words such as {@code thumbnails far from the playhead}
     */
    String label();

    /**
     * Gives memory back.
     *
     * @param wantedBytes how much is wanted; the step may give more or less
     * @return how much was given back, as far as the step knows
     */
    long relieve(long wantedBytes);
}
