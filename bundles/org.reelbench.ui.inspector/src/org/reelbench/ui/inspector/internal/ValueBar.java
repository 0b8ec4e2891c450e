package org.reelbench.ui.inspector.internal;

import java.util.function.DoubleConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.reelbench.ui.Theme;
import org.reelbench.ui.inspector.internal.sheet.Kind.Bar;

/** A bar along which a value is moved by the mouse; the number beside it is for the keyboard. */
final class ValueBar extends Canvas {

    private static final int HEIGHT_PX = 20;
    private static final int WIDTH_PX = 48;
    private static final int GROOVE_PX = 4;
    private static final int KNOB_PX = 8;

    private final Bar bar;
    private double value;
    private boolean isHeld;

    /** Told while the knob is held, and when it is let go. */
    record Listener(Runnable taken, DoubleConsumer moved, Runnable letGo) {
    }

    ValueBar(Composite parent, Bar bar, Listener listener) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.bar = bar;
        setBackground(Theme.PANEL);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> {
            if (event.button == 1 && isEnabled()) {
                isHeld = true;
                listener.taken.run();
                move(event, listener);
            }
        });
        addListener(SWT.MouseMove, event -> {
            if (isHeld) {
                move(event, listener);
            }
        });
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && isHeld) {
                isHeld = false;
                listener.letGo.run();
            }
        });
    }

    boolean isHeld() {
        return isHeld;
    }

    /** Lets the knob go without anybody being told. */
    void drop() {
        isHeld = false;
    }

    void show(double now) {
        if (now != value) {
            value = now;
            redraw();
        }
    }

    private void move(Event event, Listener listener) {
        double part = Math.clamp((event.x - KNOB_PX / 2.0) / Math.max(1, getClientArea().width - KNOB_PX), 0.0, 1.0);
        show(bar.from() + part * (bar.to() - bar.from()));
        listener.moved.accept(value);
    }

    private int xOf(double number) {
        double part = Math.clamp((number - bar.from()) / (bar.to() - bar.from()), 0.0, 1.0);
        return KNOB_PX / 2 + (int) Math.round(part * (getClientArea().width - KNOB_PX));
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        int y = area.height / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(Theme.LINE);
        gc.fillRoundRectangle(KNOB_PX / 2, y - GROOVE_PX / 2, area.width - KNOB_PX, GROOVE_PX, GROOVE_PX, GROOVE_PX);
        int from = xOf(Math.clamp(0, bar.from(), bar.to()));
        int to = xOf(value);
        gc.setBackground(isEnabled() ? Theme.ACCENT : Theme.TEXT_DIM);
        gc.fillRectangle(Math.min(from, to), y - GROOVE_PX / 2, Math.abs(to - from), GROOVE_PX);
        gc.fillOval(to - KNOB_PX / 2, y - KNOB_PX / 2, KNOB_PX, KNOB_PX);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? WIDTH_PX : widthHint, HEIGHT_PX);
    }
}
