package org.reelbench.ui.viewer.internal.surface;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.reelbench.playback.Fit;
import org.reelbench.playback.ScreenPicture;

/** Makes a new SWT image of every picture: slower, and the same on every platform. */
final class ImageSurface implements Surface {

    private static final int BITS = 32;
    private static final PaletteData BGRX = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);

    private final Display display;
    private final Fit size;
    private @Nullable Image image;

    ImageSurface(Display display, Fit size) {
        this.display = display;
        this.size = size;
    }

    @Override
    public Fit size() {
        return size;
    }

    @Override
    public void put(ScreenPicture picture) {
        ImageData data = new ImageData(size.widthPx(), size.heightPx(), BITS, BGRX);
        for (int row = 0; row < size.heightPx(); row++) {
            MemorySegment.copy(picture.pixels(), ValueLayout.JAVA_BYTE, (long) row * picture.strideBytes(), data.data,
                    row * data.bytesPerLine, picture.strideBytes());
        }
        close();
        // Pixels are the screen's.
        int screenZoom = display.getPrimaryMonitor().getZoom();
        ImageDataProvider ofAnyZoom = zoom -> zoom == screenZoom
                ? data
                : data.scaledTo(Math.max(1, size.widthPx() * zoom / screenZoom),
                        Math.max(1, size.heightPx() * zoom / screenZoom));
        image = new Image(display, ofAnyZoom);
    }

    @Override
    public void paint(GC gc, Rectangle target) {
        Image painted = image;
        if (painted != null) {
            gc.drawImage(painted, target.x, target.y, target.width, target.height);
        }
    }

    @Override
    public void close() {
        Image old = image;
        if (old != null) {
            image = null;
            old.dispose();
        }
    }
}
