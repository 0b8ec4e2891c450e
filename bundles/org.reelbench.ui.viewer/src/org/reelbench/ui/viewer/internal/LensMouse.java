package org.reelbench.ui.viewer.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** Looks nearer with the wheel and moves the picture with the middle button. On the UI thread. */
final class LensMouse {

    private static final double A_NOTCH = 1.25;

    private final ScreenCanvas screen;
    private final Runnable changed;
    private @Nullable Point grabbed;

    LensMouse(ScreenCanvas screen, Runnable changed) {
        this.screen = screen;
        this.changed = changed;
        screen.addListener(SWT.MouseVerticalWheel, this::turn);
        screen.addListener(SWT.MouseDown, event -> grabbed = event.button == 2 ? new Point(event.x, event.y) : null);
        screen.addListener(SWT.MouseUp, _ -> grabbed = null);
        screen.addListener(SWT.MouseMove, this::move);
    }

    private void turn(Event event) {
        if ((event.stateMask & SWT.MOD1) == 0 || event.count == 0) {
            return;
        }
        event.doit = false;
        screen.lens().zoomAt(event.count > 0 ? A_NOTCH : 1 / A_NOTCH, event.x, event.y, screen.picture(), screen.getClientArea());
        changed.run();
    }

    private void move(Event event) {
        Point from = grabbed;
        if (from != null && !screen.lens().isFit()) {
            screen.lens().move(event.x - from.x, event.y - from.y);
            grabbed = new Point(event.x, event.y);
            screen.redraw();
        }
    }
}
