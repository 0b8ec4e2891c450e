package org.reelbench.ui;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Plays what a monitor shows and moves about in it; a service that each monitor registers while it is open. The one that ranks
 * highest is the one people work with: the viewer with the main sequence, or the monitor of a medium while that is in hand.
 * <p>
 * On the UI thread only. While playing, the viewer's transport moves the {@link Editor}'s playhead; a playhead that somebody else
 * moves is followed. Everything does nothing while nothing is shown.
 */
@ProviderType
public interface Transport {

    /**
     * Tells whether it plays.
     *
     * @return true from {@link #play()} until {@link #pause()} or the end of what is shown
     */
    boolean isPlaying();

    /**
     * Returns how fast it plays.
     *
     * @return how many times as fast as it is meant, below 0 backwards; 0 while it does not play
     */
    int speed();

    /**
     * Plays from where it is on, as fast as it is meant; from the start if it is at the end, or from the start of the range that goes
     * round if it is outside. Does nothing when it plays so already.
     */
    void play();

    /** Plays backwards from where it is on; from the end if it is at the start. Does nothing when it plays so already. */
    void playBackward();

    /** Plays forwards; twice as fast if it does so already, up to eight times. */
    void shuttleForward();

    /** Plays backwards; twice as fast if it does so already, up to eight times. */
    void shuttleBackward();

    /** Stops where it is. Does nothing when it does not play. */
    void pause();

    /**
     * Tells whether it goes round.
     *
     * @return true if what is marked, or all if nothing is, is played again and again
     */
    boolean isLooping();

    /**
     * Lets it go round or not, from now on.
     *
     * @param isWanted whether what is marked, or all if nothing is, is played again and again
     */
    void setLooping(boolean isWanted);

    /**
     * Returns where it is.
     *
     * @return the frame that is looked at
     */
    long positionFrame();

    /**
     * Stops and goes to a frame.
     *
     * @param frame the frame; brought into the range of what is shown
     */
    void goTo(long frame);

    /** Stops and goes to where the next clip begins or ends, or the next mark is; to the end if there is none. */
    void toNextEdit();

    /** Stops and goes to where a clip begins or ends, or a mark is, before; to the start if there is none. */
    void toPreviousEdit();

    /** Lets people type where to go. */
    void enterTimecode();

    /** Makes the frame that is looked at the first of the marked range. */
    void markIn();

    /** Makes the frame that is looked at the last of the marked range. */
    void markOut();

    /** Takes the marks off. */
    void clearMarks();

    /**
     * Tells whether there are marks.
     *
     * @return true if a range is marked
     */
    boolean hasMarks();
}
