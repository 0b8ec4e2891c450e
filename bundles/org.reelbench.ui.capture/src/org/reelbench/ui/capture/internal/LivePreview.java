package org.reelbench.ui.capture.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.ui.Theme;

/** Shows now and then what is being recorded, small: the pictures themselves go to the encoder. */
final class LivePreview extends Canvas {

    private @Nullable Image shown;
    private volatile Point place = new Point(0, 0);

    LivePreview(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, _ -> place = new Point(getClientArea().width, getClientArea().height));
        addListener(SWT.Dispose, _ -> clear());
    }

    /** How much room there is; for every thread. */
    Point place() {
        return place;
    }

    /** Shows a picture. */
    void show(ImageData picture) {
        replace(new Image(getDisplay(), picture));
    }

    /** Shows nothing. */
    void clear() {
        replace(null);
    }

    private void replace(@Nullable Image image) {
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
