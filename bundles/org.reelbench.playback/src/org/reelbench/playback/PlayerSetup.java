package org.reelbench.playback;

import java.util.Optional;

import org.reelbench.media.AudioSinks;

/**
 * What a player works with.
 *
 * @param screen is shown single pictures
 * @param threadRule throws on threads that must not render, such as one that paints; called at the start of all work
 * @param sinks opens the sound output, or empty for the one of this system
 */
public record PlayerSetup(Screen screen, Runnable threadRule, Optional<AudioSinks> sinks) {

    /**
     * Returns the setup of a player with this system's sound, whose work no thread is forbidden.
     *
     * @param screen is shown single pictures
     * @return the setup
     */
    public static PlayerSetup on(Screen screen) {
        return new PlayerSetup(screen, () -> {
            // no thread is forbidden
        }, Optional.empty());
    }

    /**
     * Returns this setup with a rule of threads.
     *
     * @param rule throws on threads that must not render
     * @return the setup
     */
    public PlayerSetup withThreadRule(Runnable rule) {
        return new PlayerSetup(screen, rule, sinks);
    }

    /**
     * Returns this setup with another sound output.
     *
     * @param output opens the output
     * @return the setup
     */
    public PlayerSetup withSound(AudioSinks output) {
        return new PlayerSetup(screen, threadRule, Optional.of(output));
    }
}
