package org.reelbench.ui.viewer.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.ui.Theme;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.ui.viewer.internal.surface.Surface;

/** Paints the picture in the middle of its ground, or says why there is none. */
final class ScreenCanvas extends Canvas {

    private static final int MARGIN_PX = 8;

    private @Nullable Surface surface;
    private long shownFrame = -1;
    private String message = "";
    private boolean isProblem;
    private double aspect = 16 / 9.0;

    ScreenCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        setBackground(Theme.GROUND);
        setForeground(Theme.TEXT);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Dispose, _ -> closeSurface());
    }

    /** Returns the width and height a picture may have. */
    Point box() {
        Point size = getSize();
        return new Point(size.x - 2 * MARGIN_PX, size.y - 2 * MARGIN_PX);
    }

    /** Shows a picture and closes it. */
    void show(ScreenPicture picture) {
        try (picture) {
            Surface target = surface;
            if (target == null || !target.size().equals(picture.size())) {
                closeSurface();
                target = Surface.create(getDisplay(), picture.size());
                surface = target;
                aspect = (double) picture.size().widthPx() / picture.size().heightPx();
            }
            target.put(picture);
            shownFrame = picture.isApproximate() ? -1 : picture.frame();
            message = "";
        }
        redraw();
    }

    /** Shows words in the place of the picture. */
    void say(String text, boolean problem) {
        closeSurface();
        shownFrame = -1;
        message = text;
        isProblem = problem;
        redraw();
    }

    /** Returns the frame that is shown, −1 if none is, or only something like one. */
    long shownFrame() {
        return shownFrame;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(Theme.GROUND);
        gc.fillRectangle(area);
        Surface painted = surface;
        if (painted != null) {
            painted.paint(gc, target(painted, area));
        }
        if (!message.isEmpty()) {
            gc.setForeground(isProblem ? Theme.PROBLEM : Theme.TEXT_DIM);
            Rectangle inner = new Rectangle(area.x + 4 * MARGIN_PX, area.y, Math.max(1, area.width - 8 * MARGIN_PX), area.height);
            WrappedText.paintCentered(gc, message, inner);
        }
    }

    /** Where the picture lies: in its own size, or scaled while one of the new size is still being rendered. */
    private Rectangle target(Surface painted, Rectangle area) {
        int width = painted.size().widthPx();
        int height = painted.size().heightPx();
        Point box = box();
        boolean fits = width <= box.x && height <= box.y;
        boolean fills = box.x - width < 16 || box.y - height < Math.ceil(16 / aspect) + 1;
        if (!fits || !fills) {
            width = (int) Math.max(1, Math.min(box.x, box.y * aspect));
            height = (int) Math.max(1, width / aspect);
        }
        return new Rectangle(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height);
    }

    private void closeSurface() {
        Surface old = surface;
        if (old != null) {
            surface = null;
            old.close();
        }
    }
}
