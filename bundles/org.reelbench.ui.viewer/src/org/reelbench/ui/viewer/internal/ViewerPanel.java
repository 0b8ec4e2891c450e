package org.reelbench.ui.viewer.internal;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.viewer.internal.plate.PlateFinder;
import org.reelbench.ui.viewer.internal.plate.Plates;
import org.reelbench.playback.Players;
import org.reelbench.playback.Scene;
import org.reelbench.playback.ScreenPicture;

/**
 * The program monitor: shows the picture under the playhead, and plays. On the UI thread; closes its threads when it is disposed.
 */
public final class ViewerPanel extends Composite {

    private final Editor editor;
    private final Function<OpenProject, Scene> scenes;
    private final ScreenCanvas screen;
    private final TransportBar bar;
    private final ScreenHop stillHop;
    private final Pictures pictures;
    private final ViewerTransport player;
    private final PlayerStage stage = new PlayerStage();
    private final EditorListener follower = new Follower();
    private final TrackLoads loads;
    private final PlateFinder plates;

    /**
     * Creates the panel.
     *
     * @param parent what it lies in
     * @param editor what is shown
     * @param players opens what renders and plays, as it is at the moment somebody asks
     * @param scenes makes of a project what is shown of it
     * @param loads how far tracks are loaded
     * @param background runs what may have to wait, one thing at a time
     */
    public ViewerPanel(Composite parent, Editor editor, Supplier<Optional<Players>> players,
            Function<OpenProject, Scene> scenes, TrackLoads loads, Executor background) {
        super(parent, SWT.NONE);
        this.loads = loads;
        this.scenes = scenes;
        this.editor = editor;
        setBackground(Theme.GROUND);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        setLayout(layout);
        screen = new ScreenCanvas(this);
        screen.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        bar = new TransportBar(this, new BarActions());
        bar.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));

        Executor uiThread = uiThread(getDisplay());
        stillHop = new ScreenHop(uiThread, stage::widthPx, stage::heightPx, this::showStill, this::fail);
        pictures = new Pictures(players, stillHop);
        QualityMenu.add(screen, pictures::setQuality);
        plates = new PlateFinder(background, loads::shown, found -> uiThread.execute(() -> show(found)));
        loads.onChange(() -> uiThread.execute(this::loadsChanged));
        player = new ViewerTransport(editor, pictures, stage, uiThread, scenes);
        screen.addListener(SWT.Resize, _ -> {
            stage.measure();
            still();
        });
        addListener(SWT.Dispose, _ -> close());
        editor.addListener(follower);
        showProject(editor.project());
    }

    /** Runs on the UI thread soon, and not at all once the window is gone. */
    private Executor uiThread(Display display) {
        return action -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!isDisposed()) {
                        action.run();
                    }
                });
            }
        };
    }

    /**
     * Returns what plays.
     *
     * @return the transport, as long as the panel is there
     */
    ViewerTransport transport() {
        return player;
    }

    /**
     * Returns the frame whose picture is on the screen.
     *
     * @return the sequence frame, −1 if there is none
     */
    public long shownFrame() {
        return screen.shownFrame();
    }

    @Override
    public boolean setFocus() {
        return !screen.isDisposed() && screen.forceFocus();
    }

    private void close() {
        loads.onChange(() -> {
            // nobody looks any more
        });
        editor.removeListener(follower);
        player.pause();
        pictures.close();
        stillHop.discard();
        player.discard();
    }

    private void showProject(Optional<OpenProject> project) {
        if (project.isEmpty()) {
            pictures.idle();
            screen.show(Plates.NONE);
            screen.say("Open a project to see it here", false);
            bar.clear();
            return;
        }
        Sequence sequence = project.get().sequence();
        bar.showDuration(sequence.durationFrames(), sequence.rate());
        bar.showPosition(editor.playheadFrame(), sequence.rate());
        still();
    }

    /** Says at once what failed, and what is being loaded if it goes on for long. */
    private void loadsChanged() {
        findPlates();
        getDisplay().timerExec((int) TimeUnit.NANOSECONDS.toMillis(TrackLoads.QUICK_NS), this::findPlates);
    }

    private void findPlates() {
        if (isDisposed()) {
            return;
        }
        OpenProject project = editor.project().orElse(null);
        if (project == null || loads.isQuiet()) {
            screen.show(Plates.NONE);
        } else {
            plates.look(scenes.apply(project), frame(project.sequence()));
        }
    }

    /** What was asked for some time ago may be over. */
    private void show(Plates found) {
        screen.show(loads.isQuiet() || editor.project().isEmpty() ? Plates.NONE : found);
    }

    /** The frame under the playhead; behind the end the last one is shown. */
    private long frame(Sequence sequence) {
        return Math.min(editor.playheadFrame(), Math.max(0, sequence.durationFrames() - 1));
    }

    /** Asks for the picture under the playhead. */
    private void still() {
        findPlates();
        Point box = screen.box();
        OpenProject project = editor.project().orElse(null);
        if (project == null || player.isPlaying() || box.x < 1 || box.y < 1) {
            return;
        }
        Sequence sequence = project.sequence();
        Scene scene = scenes.apply(project);
        long frame = frame(sequence);
        pictures.player().ifPresentOrElse(there -> there.show(scene, frame),
                () -> fail("no bundle is installed that plays sequences"));
    }

    private void showStill(ScreenPicture picture) {
        if (player.isPlaying()) {
            picture.close();
        } else {
            screen.show(picture);
        }
    }

    private void fail(String message) {
        screen.say(message, true);
    }

    /** Shows the picture under the playhead again: it may look better now. */
    void refresh() {
        if (!isDisposed()) {
            still();
        }
    }

    private void goTo(long frame) {
        editor.setPlayhead(frame);
    }

    private void step(int frames) {
        player.pause();
        goTo(Math.max(0, editor.playheadFrame() + frames));
    }

    private Optional<Sequence> sequence() {
        return editor.project().map(OpenProject::sequence);
    }

    private final class BarActions implements TransportBar.Actions {

        @Override
        public void toStart() {
            goTo(0);
        }

        @Override
        public void stepBack() {
            step(-1);
        }

        @Override
        public void toggle() {
            player.toggle();
            screen.forceFocus();
        }

        @Override
        public void stepForward() {
            step(1);
        }

        @Override
        public void toEnd() {
            sequence().ifPresent(sequence -> {
                player.pause();
                goTo(sequence.durationFrames());
            });
        }
    }

    private final class Follower implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            player.pause();
            showProject(project);
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            bar.showDuration(after.durationFrames(), after.rate());
            look();
        }

        @Override
        public void sequenceTried(Sequence shown) {
            look();
        }

        private void look() {
            if (player.isPlaying()) {
                player.follow();
            } else {
                still();
            }
        }

        @Override
        public void playheadMoved(long frame) {
            sequence().ifPresent(sequence -> bar.showPosition(frame, sequence.rate()));
            if (!player.isPlaying()) {
                still();
                return;
            }
            findPlates();
            if (!player.hasMovedPlayhead()) {
                player.follow();
            }
        }
    }

    private final class PlayerStage implements ViewerTransport.Stage {

        private volatile int widthPx = 1;
        private volatile int heightPx = 1;

        void measure() {
            Point box = screen.box();
            widthPx = Math.max(1, box.x);
            heightPx = Math.max(1, box.y);
        }

        @Override
        public int widthPx() {
            return widthPx;
        }

        @Override
        public int heightPx() {
            return heightPx;
        }

        @Override
        public void show(ScreenPicture picture) {
            screen.show(picture);
        }

        @Override
        public void fail(String message) {
            ViewerPanel.this.fail(message);
        }

        @Override
        public void update(boolean playing, long dropped, boolean isStored) {
            bar.showPlaying(playing, dropped, isStored);
        }

        @Override
        public void still() {
            ViewerPanel.this.still();
        }
    }
}
