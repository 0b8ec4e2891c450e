package org.reelbench.playback;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears how playback goes, on any thread; returns at once. */
@ConsumerType
public interface PlaybackListener {

    /**
     * Hears that something went wrong, and that playback goes on without it.
     *
     * @param message one line for people
     */
    void problem(String message);

    /**
     * Hears that no picture follows: playback was stopped, or is where the sequence ends.
     *
     * @param playback the one that has ended
     */
    void ended(Playback playback);
}
