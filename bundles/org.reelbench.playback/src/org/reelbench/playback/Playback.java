package org.reelbench.playback;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One run of playback, from play to pause.
 * <p>
 * For every thread.
 * <p>
 * It ends by itself at the end of the sequence, or soon after {@link #stop}; nobody has to close it.
 */
@ProviderType
public interface Playback {

    /** Ends playback soon: no picture is shown after the one under way, and sound falls silent within 50 ms. Returns at once. */
    void stop();

    /**
     * Returns how many pictures were shown.
     *
     * @return the number so far
     */
    long shown();

    /**
     * Returns how many pictures were due and not shown, because they came too late.
     *
     * @return the number so far
     */
    long dropped();

    /**
     * Tells where the pictures come from.
     *
     * @return true while they are {@link StoredPictures}, as rendering does not keep up
     */
    default boolean isStored() {
        return false;
    }

    /**
     * Tells how large pictures are rendered at the moment.
     *
     * @return what the sides of the sequence's canvas are divided by: 1, 2 or 4
     */
    default int divisor() {
        return 1;
    }
}
