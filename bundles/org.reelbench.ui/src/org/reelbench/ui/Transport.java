package org.reelbench.ui;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Plays the main sequence; a service that the viewer registers while it is open.
 * <p>
 * On the UI thread only. While playing, the transport moves the {@link Editor}'s playhead; a playhead that somebody else moves
 * is followed.
 */
@ProviderType
public interface Transport {

    /**
     * Tells whether it plays.
     *
     * @return true from {@link #play()} until {@link #pause()} or the end of the sequence
     */
    boolean isPlaying();

    /**
     * Plays from the playhead on; from the start if it is at the end. Does nothing when it plays that way already or no project is
     * open.
     */
    void play();

    /** Plays backwards from the playhead on, in silence; from the end if it is at the start. Does nothing when no project is open. */
    void playBackward();

    /** Stops where it is. Does nothing when it does not play. */
    void pause();
}
