package org.reelbench.ui.tracks.internal.twoup;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.ui.tracks.internal.model.StillPicture;
import org.reelbench.ui.tracks.internal.paint.OverlayPainter;

/** Keeps the picture that was shown last on one side. For every thread. */
final class SideScreen implements Screen {

    private static final int PIXEL_BYTES = 4;

    private final Runnable changed;
    private volatile @Nullable StillPicture last;

    /** Creates the screen; {@code changed} is run on the player's thread when there is another picture. */
    SideScreen(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public int widthPx() {
        return OverlayPainter.PICTURE_WIDTH_PX;
    }

    @Override
    public int heightPx() {
        return OverlayPainter.PICTURE_HEIGHT_PX;
    }

    @Override
    public void show(ScreenPicture picture) {
        int rowBytes = picture.size().widthPx() * PIXEL_BYTES;
        byte[] bytes = new byte[rowBytes * picture.size().heightPx()];
        try (picture) {
            for (int row = 0; row < picture.size().heightPx(); row++) {
                MemorySegment.copy(picture.pixels(), ValueLayout.JAVA_BYTE, (long) row * picture.strideBytes(), bytes,
                        row * rowBytes, rowBytes);
            }
            last = new StillPicture(picture.size().widthPx(), picture.size().heightPx(), bytes);
        }
        changed.run();
    }

    /** What cannot be shown is told by the viewer, which shows the same; here its place stays empty. */
    @Override
    public void fail(String message) {
        clear();
        changed.run();
    }

    Optional<StillPicture> last() {
        return Optional.ofNullable(last);
    }

    void clear() {
        last = null;
    }
}
