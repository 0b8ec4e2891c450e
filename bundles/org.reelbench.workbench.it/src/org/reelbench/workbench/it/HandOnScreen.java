package org.reelbench.workbench.it;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * The mouse of the X server with its button, which drags from one window to another as a person's hand does. Called from any thread but
 * the UI thread.
 */
final class HandOnScreen implements AutoCloseable {

    private static final int STEPS = 8;
    private static final long HANG_S = 30;
    private static final int ATTEMPTS = 6;
    /** Whoever is asked what it would take is asked again and again; by the later times, the first answer has arrived. */
    private static final int TOLD_TAKEN = 4;
    private static final long ATTEMPT_S = 5;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private final Driver driver;
    private final XServer server = new XServer();
    private final MethodHandle move = server.function("XTestFakeMotionEvent",
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT, INT, INT, LONG));
    private final MethodHandle button = server.function("XTestFakeButtonEvent",
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT, INT, LONG));

    HandOnScreen(Driver driver) {
        this.driver = driver;
    }

    /** Drags from a place of one control to a place of another, and lets go where the other says that it takes what is dragged. */
    void drag(Control from, Point start, Control to, Point end) throws InterruptedException {
        Point first = driver.ui(() -> from.toDisplay(start));
        Point last = driver.ui(() -> to.toDisplay(end));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(TOLD_TAKEN);
        DragSource source = driver.ui(() -> (DragSource) from.getData(DND.DRAG_SOURCE_KEY));
        DropTarget target = driver.ui(() -> (DropTarget) to.getData(DND.DROP_TARGET_KEY));
        Begun hearsBegin = new Begun(begun);
        Taken hearsOver = new Taken(taken, last);
        driver.act(() -> {
            source.addDragListener(hearsBegin);
            target.addDropListener(hearsOver);
        });
        try {
            begin(first, last, begun);
            moveTo(new Point(last.x - 4, last.y));
            moveTo(last);
            if (!taken.await(HANG_S, TimeUnit.SECONDS)) {
                throw new AssertionError("never: what is dragged is taken");
            }
        } finally {
            press(false);
            driver.act(() -> {
                source.removeDragListener(hearsBegin);
                target.removeDropListener(hearsOver);
            });
            giveBackTheKeys();
        }
    }

    /**
     * Lists look at what comes within half a second of a press, and take what has not left them by then for a click; as a person does, the
     * hand tries again.
     */
    private void begin(Point first, Point last, CountDownLatch begun) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            moveTo(first);
            hears();
            press(true);
            for (int step = 1; step <= STEPS; step++) {
                moveTo(between(first, last, step));
            }
            if (begun.await(ATTEMPT_S, TimeUnit.SECONDS)) {
                return;
            }
            press(false);
        }
        throw new AssertionError("never: a drag begins");
    }

    private static Point between(Point first, Point last, int step) {
        return new Point(first.x + (last.x - first.x) * step / STEPS, first.y + (last.y - first.y) * step / STEPS);
    }

    /**
     * A drag takes the keys from the window, and only a window manager, of which there is none, gives them back; nor is a window told that
     * it has them when the X server thinks that it had them all the time.
     */
    private void giveBackTheKeys() {
        Display display = driver.shell().getDisplay();
        Shell other = driver.ui(() -> {
            Shell shell = new Shell(display, SWT.TOOL);
            shell.setBounds(0, 0, 8, 8);
            shell.open();
            shell.forceActive();
            return shell;
        });
        driver.until("another window has the keys", () -> driver.ui(() -> display.getActiveShell() == other));
        driver.act(() -> {
            other.dispose();
            driver.shell().forceActive();
        });
        driver.until("the window has the keys", () -> driver.ui(() -> display.getActiveShell() == driver.shell()));
    }

    private void moveTo(Point place) {
        XServer.invoke(move, server.display(), -1, place.x, place.y, 0L);
        server.sync();
    }

    /** Waits until the window has heard of what was done. */
    private void hears() {
        driver.act(() -> {
        });
    }

    private void press(boolean isDown) {
        XServer.invoke(button, server.display(), 1, isDown ? 1 : 0, 0L);
        server.sync();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Begun extends DragSourceAdapter {

        private final CountDownLatch begun;

        private Begun(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public void dragStart(DragSourceEvent event) {
            begun.countDown();
        }
    }

    private static final class Taken extends DropTargetAdapter {

        private final CountDownLatch taken;
        private final Point place;

        private Taken(CountDownLatch taken, Point place) {
            this.taken = taken;
            this.place = place;
        }

        @Override
        public void dragOver(DropTargetEvent event) {
            if (event.x == place.x && event.y == place.y && event.detail != DND.DROP_NONE) {
                taken.countDown();
            }
        }
    }
}
