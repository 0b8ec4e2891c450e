package org.reelbench.ui.viewer.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Theme;
import org.reelbench.ui.TrackLoads;
import org.reelbench.ui.viewer.internal.plate.PlateFinder;
import org.reelbench.ui.viewer.internal.plate.Plates;
import org.reelbench.ui.viewer.internal.transport.TimecodeEntry;
import org.reelbench.playback.Players;
import org.reelbench.playback.Scene;
import org.reelbench.playback.ScreenPicture;

/**
 * A monitor: shows the picture of the place that is looked at, and plays. On the UI thread; closes its threads when it is disposed.
 */
final class ViewerPanel extends Composite {

    private final Subject subject;
    private final ScreenCanvas screen;
    private final ScrubBar scrub;
    private final TransportBar bar;
    private final ScreenHop stillHop;
    private final Pictures pictures;
    private final ViewerTransport player;
    private final PlayerStage stage = new PlayerStage();
    private final TrackLoads loads;
    private final PlateFinder plates;
    private final PictureControls controls;
    private final FullScreen fullScreen;

    /**
     * Creates the panel.
     *
     * @param parent what it lies in
     * @param subject what is shown
     * @param players opens what renders and plays, as it is at the moment somebody asks
     * @param loads how far tracks are loaded
     * @param background runs what may have to wait, one thing at a time
     */
    ViewerPanel(Composite parent, Subject subject, Supplier<Optional<Players>> players, TrackLoads loads, Executor background) {
        super(parent, SWT.NONE);
        this.loads = loads;
        this.subject = subject;
        setBackground(Theme.GROUND);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        setLayout(layout);
        screen = new ScreenCanvas(this);
        screen.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scrub = new ScrubBar(this, this::scrubTo);
        scrub.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        bar = new TransportBar(this, new BarActions());
        bar.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));

        Executor uiThread = uiThread(getDisplay());
        stillHop = new ScreenHop(uiThread, stage::widthPx, stage::heightPx, this::showStill, this::fail);
        pictures = new Pictures(players, stillHop);
        QualityMenu.add(screen, pictures::setQuality);
        plates = new PlateFinder(background, loads::shown, found -> uiThread.execute(() -> show(found)));
        loads.onChange(() -> uiThread.execute(this::loadsChanged));
        player = new ViewerTransport(subject, pictures, stage, uiThread);
        controls = new PictureControls(subject, screen, player, pictures, this::zoomed);
        fullScreen = new FullScreen(this, this::showAlone);
        PictureMenu.extend(screen.getMenu(), controls, fullScreen::toggle);
        new LensMouse(screen, this::zoomed);
        screen.addListener(SWT.Resize, _ -> {
            stage.measure();
            still();
        });
        addListener(SWT.Dispose, _ -> close());
        subject.follow(new Follower());
        showSubject();
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
        return !screen.isDisposed() && (bar.focusEntry() || screen.forceFocus());
    }

    private void close() {
        loads.onChange(() -> {
            // nobody looks any more
        });
        subject.leave();
        player.pause();
        pictures.close();
        stillHop.discard();
        player.discard();
    }

    private void showSubject() {
        Sequence sequence = subject.sequence().orElse(null);
        if (sequence == null) {
            pictures.idle();
            screen.show(Plates.NONE);
            screen.say(subject.hint(), false);
            bar.clear();
            scrub.show(0, 0, Optional.empty());
            return;
        }
        showLength(sequence);
        controls.forget();
        bar.showPosition(subject.positionFrame(), sequence.rate());
        still();
    }

    /** Alone on the screen the picture has all of it. */
    private void showAlone(boolean isAlone) {
        for (Control bars : List.of(scrub, bar)) {
            ((GridData) bars.getLayoutData()).exclude = isAlone;
            bars.setVisible(!isAlone);
        }
        layout(true, true);
    }

    /** Returns where pictures are shown. */
    ScreenCanvas screen() {
        return screen;
    }

    /** Shows the monitor alone on the screen, or puts it back. */
    void toggleFullScreen() {
        fullScreen.toggle();
    }

    /** Asks for a file and saves the frame that is looked at. */
    void saveFrame() {
        controls.saveFrame();
    }

    /** The picture is looked at in another size. */
    private void zoomed() {
        stage.measure();
        screen.redraw();
        still();
    }

    private void showLength(Sequence sequence) {
        screen.lens().look(sequence.widthPx(), sequence.heightPx());
        bar.showDuration(sequence.durationFrames(), sequence.rate());
        showScrub(sequence);
    }

    private void showScrub(Sequence sequence) {
        scrub.show(sequence.durationFrames(), subject.positionFrame(), subject.marks());
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
        Scene scene = loads.isQuiet() ? null : subject.scene().orElse(null);
        if (scene == null) {
            screen.show(Plates.NONE);
        } else {
            plates.look(scene, frame(scene.sequence()));
        }
    }

    /** What was asked for some time ago may be over. */
    private void show(Plates found) {
        screen.show(loads.isQuiet() || subject.sequence().isEmpty() ? Plates.NONE : found);
    }

    /** The frame that is looked at; behind the end the last one is shown. */
    private long frame(Sequence sequence) {
        return Math.min(subject.positionFrame(), Math.max(0, sequence.durationFrames() - 1));
    }

    /** Asks for the picture of the place that is looked at. */
    private void still() {
        findPlates();
        Point box = screen.box();
        if (player.isPlaying() || box.x < 1 || box.y < 1) {
            return;
        }
        Scene scene = subject.scene().orElse(null);
        if (scene != null) {
            long frame = frame(scene.sequence());
            pictures.player().ifPresentOrElse(there -> there.show(scene, frame),
                    () -> fail("no bundle is installed that plays sequences"));
        }
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

    private void scrubTo(long frame) {
        screen.forceFocus();
        player.goTo(frame);
    }

    private final class BarActions implements TransportBar.Actions {

        @Override
        public void goTo(String typed) {
            subject.sequence()
                    .ifPresent(sequence -> player.goTo(TimecodeEntry.frame(typed, subject.positionFrame(), sequence.rate())));
        }

        @Override
        public void leave() {
            screen.forceFocus();
        }

        @Override
        public void toStart() {
            player.goTo(0);
        }

        @Override
        public void stepBack() {
            player.goTo(subject.positionFrame() - 1);
        }

        @Override
        public void toggle() {
            player.toggle();
            screen.forceFocus();
        }

        @Override
        public void stepForward() {
            player.goTo(subject.positionFrame() + 1);
        }

        @Override
        public void toEnd() {
            subject.sequence().ifPresent(sequence -> player.goTo(sequence.durationFrames()));
        }
    }

    private final class Follower implements Subject.Follower {

        @Override
        public void replaced() {
            player.pause();
            showSubject();
        }

        @Override
        public void changed() {
            subject.sequence().ifPresent(ViewerPanel.this::showLength);
            if (player.isPlaying()) {
                player.follow();
            } else {
                still();
            }
        }

        @Override
        public void marked() {
            subject.sequence().ifPresent(ViewerPanel.this::showScrub);
            if (player.isLooping()) {
                player.follow();
            }
        }

        @Override
        public void moved(long frame) {
            subject.sequence().ifPresent(sequence -> {
                bar.showPosition(frame, sequence.rate());
                showScrub(sequence);
            });
            if (!player.isPlaying()) {
                still();
                controls.hear(frame);
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
            Point size = screen.wanted();
            widthPx = Math.max(1, size.x);
            heightPx = Math.max(1, size.y);
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
        public void update(ViewerTransport.Status status) {
            bar.showStatus(status);
        }

        @Override
        public void enterTimecode() {
            bar.enter();
        }

        @Override
        public void still() {
            ViewerPanel.this.still();
        }
    }
}
