package org.reelbench.ui.capture.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.reelbench.ui.Theme;

/** How loud the sound is, as a bar from silence to full scale; its end is coloured where samples may be cut off. */
final class LevelMeter extends Canvas {

    static final double FLOOR_DB = -60;
    private static final double HOT_DB = -3;
    private static final int HEIGHT_PX = 8;

    private double peakDb = Double.NEGATIVE_INFINITY;

    LevelMeter(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
    }

    /** How much of the bar is filled, 0 to 1. */
    static double fraction(double peakDb) {
        return Math.clamp((peakDb - FLOOR_DB) / -FLOOR_DB, 0, 1);
    }

    void show(double db) {
        peakDb = db;
        setToolTipText(db <= FLOOR_DB ? "Sound: silence" : "Sound: " + Math.round(db) + " dB");
        redraw();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(Theme.GROUND);
        gc.fillRectangle(area);
        gc.setBackground(peakDb > HOT_DB ? Theme.PROBLEM : Theme.CLIP_AUDIO);
        gc.fillRectangle(0, 0, (int) (area.width * fraction(peakDb)), area.height);
    }

    @Override
    public org.eclipse.swt.graphics.Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new org.eclipse.swt.graphics.Point(widthHint == SWT.DEFAULT ? 100 : widthHint, HEIGHT_PX);
    }
}
