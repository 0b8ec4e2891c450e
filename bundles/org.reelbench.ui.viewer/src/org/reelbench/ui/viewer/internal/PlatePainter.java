package org.reelbench.ui.viewer.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Region;
import org.reelbench.ui.Theme;
import org.reelbench.ui.viewer.internal.plate.Plate;
import org.reelbench.ui.viewer.internal.plate.Plates;

/** Paints plates over the picture: dark enough for words, light enough to see which layer lies there. */
final class PlatePainter {

    private static final int LOADING_ALPHA = 140;
    /** A slate lies below it, whose words must not be read together with these. */
    private static final int FAILED_ALPHA = 236;
    private static final int OPAQUE = 255;
    private static final int MARGIN_PX = 6;

    private PlatePainter() {
    }

    /** Paints the plates over a picture that is shown in a rectangle. */
    static void paint(GC gc, Plates plates, Rectangle picture) {
        int antialias = gc.getAntialias();
        gc.setAntialias(SWT.ON);
        for (Plate plate : plates.plates()) {
            int[] points = plates.shown(plate, picture.x, picture.y, picture.width, picture.height);
            Color color = plate.failed() ? Theme.PROBLEM : Theme.TEXT;
            gc.setAlpha(plate.failed() ? FAILED_ALPHA : LOADING_ALPHA);
            gc.setBackground(Theme.GROUND);
            gc.fillPolygon(points);
            gc.setAlpha(OPAQUE);
            gc.setForeground(plate.failed() ? Theme.PROBLEM : Theme.LINE);
            gc.drawPolygon(points);
            words(gc, plate.words(), points, color);
        }
        gc.setAntialias(antialias);
    }

    /** Pieces of words say less than none; the tip has them all. */
    private static void words(GC gc, String words, int[] points, Color color) {
        Rectangle around = around(points);
        Rectangle room = new Rectangle(around.x + MARGIN_PX, around.y, Math.max(1, around.width - 2 * MARGIN_PX), around.height);
        if (!WrappedText.fits(gc, words, room)) {
            return;
        }
        Rectangle clipped = gc.getClipping();
        Region inside = new Region(gc.getDevice());
        try {
            inside.add(points);
            inside.intersect(clipped);
            gc.setClipping(inside);
            gc.setForeground(color);
            WrappedText.paintCentered(gc, words, room);
        } finally {
            gc.setClipping(clipped);
            inside.dispose();
        }
    }

    private static Rectangle around(int[] points) {
        Rectangle around = new Rectangle(points[0], points[1], 0, 0);
        for (int i = 2; i < points.length; i += 2) {
            around.add(new Rectangle(points[i], points[i + 1], 0, 0));
        }
        return around;
    }
}
