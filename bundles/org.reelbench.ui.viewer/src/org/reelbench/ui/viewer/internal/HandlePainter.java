package org.reelbench.ui.viewer.internal;

import java.util.List;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.ui.Theme;
import org.reelbench.ui.viewer.internal.handles.HandleBox;
import org.reelbench.ui.viewer.internal.handles.Spot;

/** Paints handles over a picture, as large as ever however the picture is looked at. */
final class HandlePainter {

    /** How far above the picture the knob lies, on the screen; below its upper side where there is no room above. */
    private static final int KNOB_ABOVE_PX = 24;
    /** How far beside a handle it is still held, on the screen. */
    static final int NEAR_PX = 8;

    private static final int HALF_PX = 4;

    private HandlePainter() {
    }

    /** How far above the upper side the knob lies, on the canvas. */
    static double knobAbove(HandleBox box, Rectangle picture, Rectangle ground) {
        double above = KNOB_ABOVE_PX * box.canvasWidthPx() / picture.width;
        return ground.contains(onScreen(box.knob(above), box, picture)) ? above : -above;
    }

    static void paint(GC gc, HandleBox box, Rectangle picture, Rectangle ground) {
        List<Spot> corners = box.corners();
        int[] outline = new int[2 * corners.size()];
        for (int i = 0; i < corners.size(); i++) {
            Point corner = onScreen(corners.get(i), box, picture);
            outline[2 * i] = corner.x;
            outline[2 * i + 1] = corner.y;
        }
        Point knob = onScreen(box.knob(knobAbove(box, picture, ground)), box, picture);
        Point stem = onScreen(box.knob(0), box, picture);
        Point anchor = onScreen(box.anchor(), box, picture);
        gc.setLineWidth(1);
        gc.setForeground(Theme.ACCENT);
        gc.drawPolygon(outline);
        gc.drawLine(stem.x, stem.y, knob.x, knob.y);
        gc.drawLine(anchor.x - HALF_PX, anchor.y, anchor.x + HALF_PX, anchor.y);
        gc.drawLine(anchor.x, anchor.y - HALF_PX, anchor.x, anchor.y + HALF_PX);
        gc.setBackground(Theme.ACCENT);
        for (int i = 0; i < outline.length; i += 2) {
            gc.fillRectangle(outline[i] - HALF_PX, outline[i + 1] - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
        }
        gc.fillOval(knob.x - HALF_PX, knob.y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
    }

    private static Point onScreen(Spot spot, HandleBox box, Rectangle picture) {
        return new Point((int) Math.round(picture.x + spot.xPx() * picture.width / box.canvasWidthPx()),
                (int) Math.round(picture.y + spot.yPx() * picture.height / box.canvasHeightPx()));
    }

    /** The place on the canvas under a place of the screen. */
    static Spot onCanvas(int x, int y, HandleBox box, Rectangle picture) {
        return new Spot((x - picture.x) * box.canvasWidthPx() / picture.width,
                (y - picture.y) * box.canvasHeightPx() / picture.height);
    }
}
