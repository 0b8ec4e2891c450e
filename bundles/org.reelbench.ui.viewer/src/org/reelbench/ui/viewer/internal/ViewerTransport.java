package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Transport;
import org.reelbench.media.ForegroundWork;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Playback;
import org.reelbench.playback.PlaybackListener;
import org.reelbench.playback.Scene;
import org.reelbench.playback.ScreenPicture;

/**
 * Plays and pauses, moves the playhead while playing and follows it when somebody else moves it. On the UI thread.
 */
final class ViewerTransport implements Transport, ForegroundWork {

    /** What the player does to the viewer. */
    interface Stage {

        /** Returns how wide pictures may be; for any thread. */
        int widthPx();

        /** Returns how high pictures may be; for any thread. */
        int heightPx();

        /** Shows a picture and closes it. */
        void show(ScreenPicture picture);

        /** Shows why there is no picture. */
        void fail(String message);

        /** Shows whether it plays, how many pictures were dropped, and whether previews are shown in place of rendered ones. */
        void update(boolean playing, long dropped, boolean isStored);

        /** Shows the picture under the playhead. */
        void still();
    }

    private final Editor editor;
    private final Pictures pictures;
    private final Stage stage;
    private final Executor uiThread;
    private final Function<OpenProject, Scene> scenes;
    private volatile @Nullable Playback playback;
    private @Nullable Run lastRun;
    private Direction direction = Direction.FORWARD;
    private long lastFrame;

    ViewerTransport(Editor editor, Pictures pictures, Stage stage, Executor uiThread,
            Function<OpenProject, Scene> scenes) {
        this.scenes = scenes;
        this.editor = editor;
        this.pictures = pictures;
        this.stage = stage;
        this.uiThread = uiThread;
    }

    @Override
    public boolean isPlaying() {
        return playback != null;
    }

    /** While it plays, nothing in the background gets in its way. */
    @Override
    public boolean isUnderWay() {
        return playback != null;
    }

    @Override
    public void play() {
        play(Direction.FORWARD);
    }

    @Override
    public void playBackward() {
        play(Direction.BACKWARD);
    }

    private void play(Direction wanted) {
        Optional<OpenProject> project = editor.project();
        if (playback != null && direction == wanted || project.isEmpty()) {
            return;
        }
        halt();
        direction = wanted;
        long last = project.get().sequence().durationFrames() - 1;
        long at = Math.min(editor.playheadFrame(), last);
        if (last >= 0) {
            begin(project.get(), wanted == Direction.FORWARD ? at == last ? 0 : at : at == 0 ? last : at);
        }
    }

    @Override
    public void pause() {
        if (playback != null) {
            halt();
            stage.still();
        }
    }

    void toggle() {
        if (isPlaying()) {
            pause();
        } else {
            play();
        }
    }

    /** Goes on from the playhead: the sequence has changed, or the playhead was moved by somebody else. */
    void follow() {
        Optional<OpenProject> project = editor.project();
        if (playback == null) {
            return;
        }
        halt();
        if (project.isPresent() && editor.playheadFrame() < project.get().sequence().durationFrames()) {
            begin(project.get(), editor.playheadFrame());
        } else {
            stage.still();
        }
    }

    /** Tells whether the playhead stands where playback has put it. */
    boolean hasMovedPlayhead() {
        return editor.playheadFrame() == lastFrame;
    }

    /** Gives back a picture nobody will look at, after the viewer's threads have ended. */
    void discard() {
        Run run = lastRun;
        if (run != null) {
            run.hop.discard();
        }
    }

    private void begin(OpenProject project, long from) {
        lastFrame = from;
        editor.setPlayhead(from);
        Run run = new Run();
        lastRun = run;
        Playback started = pictures.player()
                .flatMap(player -> player.play(scenes.apply(project), from,
                        direction, run.hop, run))
                .orElse(null);
        playback = started;
        run.own = started;
        if (started == null) {
            editor.tell("nothing can be played: a bundle that renders or that plays sound is missing", true);
        }
        stage.update(started != null, 0, false);
    }

    private void halt() {
        Playback old = playback;
        if (old != null) {
            playback = null;
            old.stop();
            stage.update(false, old.dropped(), false);
        }
    }

    /** What comes from one playback; of one that was stopped, nothing is looked at any more. */
    private final class Run implements PlaybackListener {

        private final ScreenHop hop = new ScreenHop(uiThread, stage::widthPx, stage::heightPx, this::shown, this::failed);
        private @Nullable Playback own;

        private boolean isCurrent() {
            return own != null && own == playback;
        }

        private void shown(ScreenPicture picture) {
            Playback running = playback;
            if (running == null || !isCurrent()) {
                picture.close();
                return;
            }
            if (!hasMovedPlayhead()) {
                picture.close();
                follow();
                return;
            }
            lastFrame = picture.frame();
            stage.show(picture);
            editor.setPlayhead(lastFrame);
            stage.update(true, running.dropped(), running.isStored());
        }

        private void failed(String message) {
            if (isCurrent()) {
                halt();
                stage.fail(message);
            }
        }

        @Override
        public void problem(String message) {
            editor.tell(message, true);
        }

        @Override
        public void ended(Playback ended) {
            uiThread.execute(() -> {
                hop.discard();
                if (ended == playback) {
                    halt();
                }
            });
        }
    }
}
