package org.reelbench.ui.viewer.internal;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;

/**
 * Shows a monitor alone on the whole screen, and puts it back. It stays in its window, over all else that is there, so that all keys
 * work as ever. On the UI thread.
 */
final class FullScreen {

    /** What the window was like before. */
    private record Home(Composite parent, Shell shell, @Nullable Menu bar, boolean wasFullScreen) {
    }

    private final Composite panel;
    private final Consumer<Boolean> shown;
    private final Listener escape = this::leaveByKey;
    private final Listener resize = _ -> fill();
    private @Nullable Home home;

    /**
     * Creates it; the panel stays where it is.
     *
     * @param panel what is shown
     * @param shown hears whether it is alone on the screen
     */
    FullScreen(Composite panel, Consumer<Boolean> shown) {
        this.panel = panel;
        this.shown = shown;
        panel.addListener(SWT.Dispose, _ -> restore());
    }

    void toggle() {
        if (home == null) {
            enter();
        } else {
            leave();
        }
    }

    private void enter() {
        Shell shell = panel.getShell();
        home = new Home(panel.getParent(), shell, shell.getMenuBar(), shell.getFullScreen());
        shell.setMenuBar(null);
        shell.setFullScreen(true);
        shell.addListener(SWT.Resize, resize);
        shell.getDisplay().addFilter(SWT.KeyDown, escape);
        panel.setParent(shell);
        panel.moveAbove(null);
        shown.accept(true);
        fill();
        panel.setFocus();
    }

    private void fill() {
        Home now = home;
        if (now != null && !panel.isDisposed()) {
            panel.setBounds(now.shell().getClientArea());
        }
    }

    private void leaveByKey(Event event) {
        Home now = home;
        if (event.character == SWT.ESC && now != null && event.display.getActiveShell() == now.shell()) {
            event.doit = false;
            event.type = SWT.None;
            leave();
        }
    }

    private void leave() {
        Home back = home;
        if (back != null && !back.parent().isDisposed()) {
            panel.setParent(back.parent());
            restore();
            shown.accept(false);
            back.parent().layout(true, true);
            panel.setFocus();
        }
    }

    /** Gives the window back its menu and size. */
    private void restore() {
        Home back = home;
        if (back == null) {
            return;
        }
        home = null;
        Shell shell = back.shell();
        if (!shell.isDisposed()) {
            shell.getDisplay().removeFilter(SWT.KeyDown, escape);
            shell.removeListener(SWT.Resize, resize);
            Menu bar = back.bar();
            shell.setMenuBar(bar == null || bar.isDisposed() ? null : bar);
            shell.setFullScreen(back.wasFullScreen());
        }
    }
}
