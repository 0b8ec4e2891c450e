package org.reelbench.ui.viewer.internal;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.ui.Theme;
import org.reelbench.playback.Fit;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.ui.viewer.internal.plate.Plates;
import org.reelbench.ui.viewer.internal.surface.Surface;

/** Paints the picture in the middle of its ground and the plates over it, or says why there is none. */
final class ScreenCanvas extends Canvas {

    private static final int MARGIN_PX = 8;

    private @Nullable Surface surface;
    private long shownFrame = -1;
    private String message = "";
    private boolean isProblem;
    private double aspect = 16 / 9.0;
    private Plates plates = Plates.NONE;
    private final Lens lens = new Lens();
    private boolean hasSafeAreas;
    private Overlay overlay = (_, _) -> {
        // nothing lies over the picture
    };

    /** Draws over the picture. */
    @FunctionalInterface
    interface Overlay {

        void paint(GC gc, Rectangle picture);
    }

    ScreenCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        setBackground(Theme.GROUND);
        setForeground(Theme.TEXT);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> explain(event.x, event.y));
        addListener(SWT.Dispose, _ -> closeSurface());
    }

    /** Returns what the picture is looked at through. */
    Lens lens() {
        return lens;
    }

    /** Returns how large the player's pictures may be at most, for what is seen of them, in pixels of the screen. */
    Point wanted() {
        Point box = box();
        double zoom = zoom();
        return lens.isFit() ? new Point((int) (box.x * zoom), (int) (box.y * zoom)) : lens.pictures();
    }

    /** How many pixels of the screen a point has. */
    private double zoom() {
        return getMonitor().getZoom() / 100.0;
    }

    /** Shows or hides what screens of others may cut off. */
    void showSafeAreas(boolean isWanted) {
        hasSafeAreas = isWanted;
        redraw();
    }

    /** Draws something else over the picture from now on. */
    void cover(Overlay other) {
        overlay = other;
        redraw();
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
            isProblem = false;
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

    /** Shows what is to be known of layers, over the picture that is there or where it will be. */
    void show(Plates others) {
        if (!plates.equals(others)) {
            plates = others;
            setToolTipText(null);
            redraw();
        }
    }

    /** Says all there is to say of the layer under the mouse. */
    private void explain(int x, int y) {
        Rectangle picture = picture();
        String tip = plates.tipAt((x - picture.x) / (double) picture.width, (y - picture.y) / (double) picture.height)
                .orElse(null);
        if (!Objects.equals(tip, getToolTipText())) {
            setToolTipText(tip);
        }
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
        if (painted != null) {
            if (hasSafeAreas) {
                SafeAreas.paint(gc, target(painted, area));
            }
            overlay.paint(gc, target(painted, area));
        }
        if (!plates.plates().isEmpty() && !isProblem) {
            PlatePainter.paint(gc, plates, picture());
        } else if (!message.isEmpty()) {
            gc.setForeground(isProblem ? Theme.PROBLEM : Theme.TEXT_DIM);
            Rectangle inner = new Rectangle(area.x + 4 * MARGIN_PX, area.y, Math.max(1, area.width - 8 * MARGIN_PX), area.height);
            WrappedText.paintCentered(gc, message, inner);
        }
    }

    /** Where the picture lies; where there is none yet, where one in the shape of the plates' canvas would. */
    Rectangle picture() {
        Rectangle area = getClientArea();
        Surface shown = surface;
        if (shown != null) {
            return target(shown, area);
        }
        Point box = box();
        Fit size = Fit.into(plates.widthPx(), plates.heightPx(), Math.max(1, box.x), Math.max(1, box.y));
        return new Rectangle(area.x + (area.width - size.widthPx()) / 2, area.y + (area.height - size.heightPx()) / 2,
                size.widthPx(), size.heightPx());
    }

    /** Where the picture lies: in its own size, or scaled while one of the new size is still being rendered. */
    private Rectangle target(Surface painted, Rectangle area) {
        if (!lens.isFit()) {
            return lens.target(area);
        }
        int width = (int) (painted.size().widthPx() / zoom());
        int height = (int) (painted.size().heightPx() / zoom());
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
