package org.reelbench.ui.viewer.internal;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.reelbench.playback.Scene;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.viewer.internal.snapshot.FrameSnapshot;
import org.reelbench.ui.viewer.internal.snapshot.SnapshotJob;
import org.reelbench.ui.viewer.internal.snapshot.SnapshotName;

/** How a monitor's picture is looked at and listened to, and keeping it; its menu and commands work these. On the UI thread. */
final class PictureControls implements PictureMenu.Actions {

    private final Subject subject;
    private final ScreenCanvas screen;
    private final ViewerTransport player;
    private final Pictures pictures;
    private final Runnable zoomed;
    private boolean isHeard = true;
    private long heardFrame = -1;

    /**
     * Creates the controls.
     *
     * @param zoomed runs when the picture is looked at in another size
     */
    PictureControls(Subject subject, ScreenCanvas screen, ViewerTransport player, Pictures pictures, Runnable zoomed) {
        this.subject = subject;
        this.screen = screen;
        this.player = player;
        this.pictures = pictures;
        this.zoomed = zoomed;
    }

    @Override
    public void zoom(double factor) {
        screen.lens().zoom(factor);
        zoomed.run();
    }

    @Override
    public void showSafeAreas(boolean isWanted) {
        screen.showSafeAreas(isWanted);
    }

    @Override
    public void hearScrubbing(boolean isWanted) {
        isHeard = isWanted;
    }

    @Override
    public void saveFrame() {
        Scene scene = subject.scene().orElse(null);
        if (scene == null) {
            return;
        }
        player.pause();
        long frame = Math.min(subject.positionFrame(), Math.max(0, scene.sequence().durationFrames() - 1));
        FileDialog dialog = new FileDialog(screen.getShell(), SWT.SAVE);
        dialog.setText("Save Frame as Picture");
        dialog.setFilterNames(new String[] { "PNG pictures" });
        dialog.setFilterExtensions(new String[] { "*.png" });
        dialog.setOverwrite(true);
        dialog.setFileName(SnapshotName.of(scene.sequence(), frame));
        String file = dialog.open();
        if (file != null) {
            Path path = Path.of(SnapshotName.withEnding(file));
            FrameSnapshot snapshot = new FrameSnapshot(scene, frame, path, () -> UiThread.forbid("saving pictures"));
            new SnapshotJob(snapshot, subject::tell).schedule();
        }
    }

    /** Something else is shown: nobody has gone there. */
    void forget() {
        heardFrame = subject.positionFrame();
    }

    /** Lets the sound of a place be heard that somebody has gone to. */
    void hear(long frame) {
        boolean isNew = frame != heardFrame && !player.hasMovedPlayhead();
        heardFrame = frame;
        Scene scene = isHeard && isNew ? subject.scene().orElse(null) : null;
        if (scene != null) {
            pictures.player().ifPresent(there -> there.scrub(scene, frame));
        }
    }
}
