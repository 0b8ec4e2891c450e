package org.reelbench.ui.viewer.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** What a picture is looked at through: fitted into its ground, or larger or smaller by a factor and moved about. On the UI thread. */
final class Lens {

    /** How large pictures are rendered at most, however near they are looked at. */
    private static final int MOST_PX = 4096;
    private static final double NEAREST = 16;
    private static final double FARTHEST = 1 / 16.0;

    private int widthPx = 16;
    private int heightPx = 9;
    /** 0 for fitted. */
    private double factor;
    private double movedX;
    private double movedY;

    /** Looks at a picture of another size. */
    void look(int pictureWidthPx, int pictureHeightPx) {
        widthPx = Math.max(1, pictureWidthPx);
        heightPx = Math.max(1, pictureHeightPx);
    }

    boolean isFit() {
        return factor == 0;
    }

    double factor() {
        return factor;
    }

    /** Looks through another factor at the middle; 0 to fit. */
    void zoom(double wanted) {
        movedX = wanted == 0 || factor == 0 ? 0 : movedX * wanted / factor;
        movedY = wanted == 0 || factor == 0 ? 0 : movedY * wanted / factor;
        factor = wanted == 0 ? 0 : Math.clamp(wanted, FARTHEST, NEAREST);
    }

    /** Looks nearer or farther so that what is at a place stays there. */
    void zoomAt(double by, int x, int y, Rectangle shown, Rectangle area) {
        double now = (double) shown.width / widthPx;
        double next = Math.clamp(now * by, FARTHEST, NEAREST);
        double left = x - (x - shown.x) * next / now;
        double top = y - (y - shown.y) * next / now;
        factor = next;
        movedX = left + widthPx * next / 2 - (area.x + area.width / 2.0);
        movedY = top + heightPx * next / 2 - (area.y + area.height / 2.0);
    }

    /** Moves the picture, unless it is fitted. */
    void move(double byX, double byY) {
        movedX += byX;
        movedY += byY;
    }

    /** Where the picture lies on its ground, if it is not fitted. */
    Rectangle target(Rectangle area) {
        int width = Math.max(1, (int) Math.round(widthPx * factor));
        int height = Math.max(1, (int) Math.round(heightPx * factor));
        return new Rectangle((int) Math.round(area.x + area.width / 2.0 + movedX - width / 2.0),
                (int) Math.round(area.y + area.height / 2.0 + movedY - height / 2.0), width, height);
    }

    /** How large pictures are to be rendered: no larger than they are. */
    Point pictures() {
        double shown = Math.min(Math.min(1, factor), MOST_PX / (double) Math.max(widthPx, heightPx));
        return new Point(Math.max(1, (int) Math.ceil(widthPx * shown)), Math.max(1, (int) Math.ceil(heightPx * shown)));
    }
}
