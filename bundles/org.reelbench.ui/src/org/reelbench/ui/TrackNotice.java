package org.reelbench.ui;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that says one line above the tracks, with a button at most. It shows as long as the service is registered, takes no focus
 * and stops nobody; a change of the service's properties makes the track view ask for the words again.
 * <p>
 * All methods are called on the UI thread, and wait for nothing.
 */
@ConsumerType
public interface TrackNotice {

    /**
     * Returns what is said.
     *
     * @return one line
     */
    String text();

    /**
     * Returns what can be done about it.
     *
     * @return the words on the button, or empty if nothing can
     */
    Optional<String> action();

    /** Does what the button says. */
    void act();

    /** Is told that the person at the window has read it and wants it gone; the service unregisters itself. */
    void dismiss();
}
