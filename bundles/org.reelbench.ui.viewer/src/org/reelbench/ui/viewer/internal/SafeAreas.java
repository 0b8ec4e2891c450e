package org.reelbench.ui.viewer.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.ui.Theme;

/** The parts of a picture that screens of others are sure to show: of action and of titles (EBU R 95), and its middle. */
final class SafeAreas {

    private static final double ACTION = 0.035;
    private static final double TITLES = 0.05;
    private static final int CROSS_PX = 8;
    private static final int ALPHA = 170;

    private SafeAreas() {
    }

    static void paint(GC gc, Rectangle picture) {
        gc.setAlpha(ALPHA);
        gc.setForeground(Theme.ON_PICTURE);
        gc.setLineWidth(1);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.drawRectangle(within(picture, ACTION));
        gc.drawRectangle(within(picture, TITLES));
        int x = picture.x + picture.width / 2;
        int y = picture.y + picture.height / 2;
        gc.drawLine(x - CROSS_PX, y, x + CROSS_PX, y);
        gc.drawLine(x, y - CROSS_PX, x, y + CROSS_PX);
        gc.setAlpha(255);
    }

    /** The picture without a part of its sides all around. */
    static Rectangle within(Rectangle picture, double part) {
        int dx = (int) Math.round(picture.width * part);
        int dy = (int) Math.round(picture.height * part);
        return new Rectangle(picture.x + dx, picture.y + dy, picture.width - 2 * dx - 1, picture.height - 2 * dy - 1);
    }
}
