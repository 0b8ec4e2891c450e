package org.reelbench.playback;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens players: what viewers and commands look at sequences with.
 * <p>
 * For every thread. Opening is quick; nothing is rendered before it is asked for. What renders and plays sound may come and go
 * while players are open: pictures say so. When this service goes, its players are closed.
 *
 * <pre>{@code
 * try (Player player = players.open(PlayerSetup.on(screen))) {
 *     player.show(new Scene(sequence, catalog), 48);
 * }
 * }</pre>
 */
@ProviderType
public interface Players {

    /**
     * Opens a player.
     *
     * @param setup what it works with
     * @return the player, to be closed by the caller
     */
    Player open(PlayerSetup setup);

    /**
     * Tells whether there is something that renders and something that brings pictures to the screen: after these have come, it is a
     * moment until players know of them.
     *
     * @return true if players can show something now
     */
    boolean isReady();
}
