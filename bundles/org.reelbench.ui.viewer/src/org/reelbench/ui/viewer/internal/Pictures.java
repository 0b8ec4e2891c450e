package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.playback.Player;
import org.reelbench.playback.PlayerSetup;
import org.reelbench.playback.Players;
import org.reelbench.playback.PreviewQuality;
import org.reelbench.playback.Screen;
import org.reelbench.ui.UiThread;

/** The viewer's player: opened when first asked for, and anew when what opens players was replaced. On the UI thread. */
final class Pictures implements AutoCloseable {

    private final Supplier<Optional<Players>> players;
    private final PlayerSetup setup;
    private @Nullable Players openedBy;
    private @Nullable Player player;
    private PreviewQuality quality = PreviewQuality.AUTO;

    Pictures(Supplier<Optional<Players>> players, Screen still) {
        this.players = players;
        setup = PlayerSetup.on(still).withThreadRule(() -> UiThread.forbid("rendering pictures"));
    }

    /** Returns the player, or empty if no bundle brings one for the moment. */
    Optional<Player> player() {
        Players service = players.get().orElse(null);
        if (service != openedBy) {
            close();
            openedBy = service;
            Player opened = service == null ? null : service.open(setup);
            if (opened != null) {
                opened.setQuality(quality);
            }
            player = opened;
        }
        return Optional.ofNullable(player);
    }

    /** Sets how large pictures are rendered while they play, for this player and those after it. */
    void setQuality(PreviewQuality wanted) {
        quality = wanted;
        player().ifPresent(open -> open.setQuality(wanted));
    }

    /** Gives decoders and pictures back, if there are any. */
    void idle() {
        Player open = player;
        if (open != null) {
            open.idle();
        }
    }

    @Override
    public void close() {
        Player open = player;
        if (open != null) {
            player = null;
            openedBy = null;
            open.close();
        }
    }
}
