package org.reelbench.workbench.internal;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.reelbench.ui.Transport;

/**
 * The three keys that play backwards, stand and play forwards: each press is faster, holding a key is not; while the key for standing
 * is held, the others go frame by frame. On the UI thread.
 */
final class ShuttleKeys implements Listener, AutoCloseable {

    private final Display display;
    private final Set<Integer> held = new HashSet<>();
    private int standKey;

    private ShuttleKeys(Display display) {
        this.display = display;
    }

    static ShuttleKeys follow(Display display) {
        ShuttleKeys keys = new ShuttleKeys(display);
        display.addFilter(SWT.KeyUp, keys);
        display.addFilter(SWT.Deactivate, keys);
        return keys;
    }

    @Override
    public void handleEvent(Event event) {
        if (event.type == SWT.KeyUp) {
            held.remove(event.keyCode);
        } else {
            // What is let go elsewhere is not heard of here.
            held.clear();
        }
    }

    void stand(ExecutionEvent event, Transport transport) {
        if (event.getTrigger() instanceof Event key && key.type == SWT.KeyDown) {
            standKey = key.keyCode;
            held.add(key.keyCode);
        }
        transport.pause();
    }

    void forward(ExecutionEvent event, Transport transport) {
        if (isStepping()) {
            transport.goTo(transport.positionFrame() + 1);
        } else if (isPressedAnew(event)) {
            transport.shuttleForward();
        }
    }

    void backward(ExecutionEvent event, Transport transport) {
        if (isStepping()) {
            transport.goTo(transport.positionFrame() - 1);
        } else if (isPressedAnew(event)) {
            transport.shuttleBackward();
        }
    }

    private boolean isStepping() {
        return standKey != 0 && held.contains(standKey);
    }

    private boolean isPressedAnew(ExecutionEvent event) {
        return !(event.getTrigger() instanceof Event key && key.type == SWT.KeyDown) || held.add(key.keyCode);
    }

    @Override
    public void close() {
        display.removeFilter(SWT.KeyUp, this);
        display.removeFilter(SWT.Deactivate, this);
    }
}
