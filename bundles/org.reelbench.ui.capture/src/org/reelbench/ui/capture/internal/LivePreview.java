package org.reelbench.ui.capture.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.VideoFrame;
import org.reelbench.ui.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows now and then what is being recorded, small: the pictures themselves go to the encoder. */
final class LivePreview extends Canvas {

    private static final Logger LOG = LoggerFactory.getLogger(LivePreview.class);
    private static final int LARGEST_WIDTH_PX = 480;
    private static final int BYTES_PER_PIXEL = 4;
    private static final PaletteData BGRA = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);

    private @Nullable ScreenConverter converter;
    private @Nullable Image shown;

    LivePreview(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Dispose, _ -> {
            clear();
            close();
        });
    }

    /** Takes what makes pictures small, and closes what it had; null for none. */
    void use(@Nullable ScreenConverter made) {
        close();
        converter = made;
    }

    private void close() {
        ScreenConverter old = converter;
        converter = null;
        if (old != null) {
            old.close();
        }
    }

    /** The size in which a picture fits into a place, in its own shape, never enlarged. */
    static Point fitted(int widthPx, int heightPx, int placeWidthPx, int placeHeightPx) {
        double scale = Math.min(1, Math.min((double) placeWidthPx / widthPx, (double) placeHeightPx / heightPx));
        return new Point(Math.max(1, (int) (widthPx * scale)), Math.max(1, (int) (heightPx * scale)));
    }

    /** Shows a picture, which stays the caller's. */
    void show(VideoFrame frame) {
        ScreenConverter ready = converter;
        Rectangle area = getClientArea();
        if (ready == null || area.isEmpty()) {
            return;
        }
        Point size = fitted(frame.format().widthPx(), frame.format().heightPx(), Math.min(area.width, LARGEST_WIDTH_PX),
                area.height);
        int stride = size.x * BYTES_PER_PIXEL;
        byte[] pixels = new byte[stride * size.y];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(pixels.length);
            ready.convert(frame, target, size.x, size.y, stride);
            MemorySegment.copy(target, ValueLayout.JAVA_BYTE, 0, pixels, 0, pixels.length);
        } catch (MediaException e) {
            // The next picture will do, or the recording tells what is wrong with its pictures.
            LOG.debug("A picture of the recording is not shown", e);
            return;
        }
        show(new Image(getDisplay(), new ImageData(size.x, size.y, Integer.SIZE, BGRA, BYTES_PER_PIXEL, pixels)));
    }

    /** Shows nothing. */
    void clear() {
        show((Image) null);
    }

    private void show(@Nullable Image image) {
        Image old = shown;
        shown = image;
        if (old != null) {
            old.dispose();
        }
        if (!isDisposed()) {
            redraw();
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(Theme.GROUND);
        gc.fillRectangle(area);
        Image image = shown;
        if (image != null) {
            Rectangle size = image.getBounds();
            gc.drawImage(image, (area.width - size.width) / 2, (area.height - size.height) / 2);
        }
    }
}
