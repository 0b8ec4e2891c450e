package org.reelbench.workbench.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * The mouse over a control. It moves through the window system, as a person's does; its button is told to the control, because the
 * toolkit posts buttons without their place. Called from any thread but the UI thread.
 */
final class Mouse {

    private static final int STEPS = 6;

    private final Driver driver;
    private final Control control;
    private final Point last = new Point(-1, -1);

    Mouse(Driver driver, Control control) {
        this.driver = driver;
        this.control = control;
        driver.act(() -> {
            control.addListener(SWT.MouseMove, event -> arrived(event.x, event.y));
            // Coming in, the first move is told as this.
            control.addListener(SWT.MouseEnter, event -> arrived(event.x, event.y));
        });
    }

    private void arrived(int x, int y) {
        last.x = x;
        last.y = y;
    }

    /** Presses at one place of the control and moves to another, where it stays. */
    void hold(int x1, int y1, int x2, int y2) {
        moveTo(x1, y1);
        button(SWT.MouseDown);
        for (int step = 1; step <= STEPS; step++) {
            moveTo(x1 + (x2 - x1) * step / STEPS, y1 + (y2 - y1) * step / STEPS);
        }
    }

    /** Presses at one place of the control and releases at another. */
    void drag(int x1, int y1, int x2, int y2) {
        hold(x1, y1, x2, y2);
        release();
    }

    void click(int x, int y) {
        click(x, y, 0);
    }

    /** Clicks with keys such as Ctrl held. */
    void click(int x, int y, int modifiers) {
        moveTo(x, y);
        button(SWT.MouseDown, modifiers);
        button(SWT.MouseUp, modifiers);
    }

    void release() {
        button(SWT.MouseUp);
    }

    void moveTo(int x, int y) {
        driver.act(() -> {
            arrived(-1, -1);
            // A mouse that is there already is not told of.
            post(x + 1, y);
            post(x, y);
        });
        driver.until("the mouse is at " + x + ", " + y, () -> driver.ui(() -> last.x == x && last.y == y));
    }

    private void post(int x, int y) {
        Point place = control.toDisplay(x, y);
        Event event = new Event();
        event.type = SWT.MouseMove;
        event.x = place.x;
        event.y = place.y;
        assertTrue(control.getDisplay().post(event), "the mouse is moved");
    }

    private void button(int type) {
        button(type, 0);
    }

    private void button(int type, int modifiers) {
        driver.act(() -> {
            Event event = new Event();
            event.button = 1;
            event.count = 1;
            event.stateMask = modifiers | (type == SWT.MouseUp ? SWT.BUTTON1 : 0);
            event.x = last.x;
            event.y = last.y;
            control.notifyListeners(type, event);
        });
    }
}
