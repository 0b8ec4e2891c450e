package org.reelbench.ui.tracks.internal.twoup;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.playback.Player;
import org.reelbench.playback.PlayerSetup;
import org.reelbench.playback.Players;
import org.reelbench.playback.Scene;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.tracks.internal.model.StillPicture;
import org.reelbench.ui.tracks.internal.model.TwoUp;
import org.reelbench.ui.tracks.internal.paint.TwoUpStills;

/**
 * Renders the frames on both sides of a cut, each as its clip alone shows it. On the UI thread, which never waits for a picture; two
 * players are open while something is trimmed, and hold nothing afterwards.
 */
public final class TwoUpPictures implements TwoUpStills, AutoCloseable {

    private final Editor editor;
    private final Side left;
    private final Side right;

    /**
     * Creates it; no player is opened before there is something to show.
     *
     * @param editor has the media
     * @param players opens players, if it is there at the moment
     * @param changed is run on any thread when there is another picture
     */
    public TwoUpPictures(Editor editor, Supplier<Optional<Players>> players, Runnable changed) {
        this.editor = editor;
        left = new Side(players, changed);
        right = new Side(players, changed);
    }

    /**
     * Shows the sides of a cut, or gives all back that it took.
     *
     * @param pair the sides, or empty when nothing is trimmed any more
     */
    public void show(Optional<TwoUp> pair) {
        left.show(pair.flatMap(TwoUp::left), editor.project());
        right.show(pair.flatMap(TwoUp::right), editor.project());
    }

    @Override
    public Optional<StillPicture> left() {
        return left.screen.last();
    }

    @Override
    public Optional<StillPicture> right() {
        return right.screen.last();
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }

    /** The clip alone, seen in full, in a sequence like its own. */
    static Sequence alone(Clip clip, Sequence like) {
        Clip seen = clip.withFades(Fades.NONE).withCurves(Collections.emptySortedMap()).withOpacity(1);
        Track track = Track.of(new Id("v1"), "", TrackKind.VIDEO).withItems(TrackItems.of(List.of(seen)));
        return new Sequence(new Id("side"), "", like.rate(), like.widthPx(), like.heightPx(), like.sampleRateHz(), List.of(track),
                Extras.NONE);
    }

    private static final class Side {

        private final Supplier<Optional<Players>> players;
        private final SideScreen screen;
        private Optional<TwoUp.Side> shown = Optional.empty();
        private @Nullable Players openedBy;
        private @Nullable Player player;

        Side(Supplier<Optional<Players>> players, Runnable changed) {
            this.players = players;
            screen = new SideScreen(changed);
        }

        void show(Optional<TwoUp.Side> wanted, Optional<OpenProject> project) {
            if (wanted.equals(shown)) {
                return;
            }
            shown = wanted;
            if (wanted.isEmpty() || project.isEmpty()) {
                Player open = player;
                if (open != null) {
                    open.idle();
                }
                screen.clear();
                return;
            }
            TwoUp.Side side = wanted.get();
            Scene scene = new Scene(alone(side.clip(), project.get().sequence()), project.get().snapshot());
            player().ifPresent(open -> open.show(scene, side.clipFrame()));
        }

        private Optional<Player> player() {
            Players service = players.get().orElse(null);
            if (service != openedBy) {
                close();
                openedBy = service;
                player = service == null
                        ? null
                        : service.open(PlayerSetup.on(screen).withThreadRule(() -> UiThread.forbid("rendering pictures")));
            }
            return Optional.ofNullable(player);
        }

        void close() {
            Player open = player;
            player = null;
            openedBy = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
