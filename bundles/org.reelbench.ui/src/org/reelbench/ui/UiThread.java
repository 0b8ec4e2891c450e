package org.reelbench.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The thread rule: the UI thread draws and listens, and never touches a file, the network or native media.
 * <p>
 * For every thread. Whoever begins such work calls {@link #forbid(String)} first, so that breaking the rule fails at once and in
 * every test, not only on a slow disk.
 */
public final class UiThread {

    private UiThread() {
    }

    /**
     * Refuses work on the UI thread.
     *
     * @param what the work, for example {@code reading a project}
     * @throws IllegalStateException if called on the UI thread
     */
    public static void forbid(String what) {
        if (isCurrent()) {
            throw new IllegalStateException(what + " is not for the UI thread");
        }
    }

    /**
     * Refuses to go on anywhere but on the UI thread.
     *
     * @throws IllegalStateException if called on another thread
     */
    public static void require() {
        if (!isCurrent()) {
            throw new IllegalStateException("this is only for the UI thread, not for '" + Thread.currentThread().getName() + "'");
        }
    }

    /**
     * Tells whether this is the UI thread.
     *
     * @return true if the current thread has a display
     */
    public static boolean isCurrent() {
        return Display.findDisplay(Thread.currentThread()) != null;
    }

    /**
     * Runs something on the UI thread soon. Does nothing when the window is gone or not there yet: nobody would see it.
     *
     * @param action what to do
     */
    public static void later(Runnable action) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        try {
            display.asyncExec(action);
        } catch (SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }
}
