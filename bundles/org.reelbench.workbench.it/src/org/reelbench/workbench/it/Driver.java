package org.reelbench.workbench.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Walks the widgets of the window and acts on them as a person does; called from any thread but the UI thread. */
final class Driver {

    /** What does not happen in this time does not happen at all. */
    private static final long HANG_MS = TimeUnit.SECONDS.toMillis(90);
    private static final long LOOK_INTERVAL_MS = 20;

    private final Display display;
    private final IWorkbenchWindow window;

    private Driver(Display display, IWorkbenchWindow window) {
        this.display = display;
        this.window = window;
    }

    static Driver ofTheWindow() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Driver driver = new Driver(display, display.syncCall(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        driver.until("the window is shown", () -> driver.ui(() -> driver.shell().isVisible()));
        return driver;
    }

    /** Asks something on the UI thread. */
    <T> T ui(Callable<T> question) {
        try {
            return display.syncCall(question::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Does something on the UI thread. */
    void act(Runnable action) {
        display.syncExec(action);
    }

    Shell shell() {
        return window.getShell();
    }

    IWorkbenchWindow window() {
        return window;
    }

    /** Waits until something is so; fails if it never is. */
    void until(String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HANG_MS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError(new TimeoutException("never: " + what + "; open: " + titles()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_INTERVAL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The titles of all windows and dialogs. */
    List<String> titles() {
        return ui(() -> {
            List<String> titles = new ArrayList<>();
            for (Shell shell : display.getShells()) {
                if (shell.isVisible()) {
                    titles.add(shell.getText());
                }
            }
            return titles;
        });
    }

    /** Waits for a dialog of a title. */
    Shell dialog(String title) {
        until("the dialog '" + title + "' is there", () -> titles().contains(title));
        return ui(() -> {
            for (Shell shell : display.getShells()) {
                if (shell.isVisible() && shell.getText().equals(title)) {
                    return shell;
                }
            }
            throw new AssertionError("the dialog '" + title + "' is gone");
        });
    }

    /** Finds the first control of a type below a control. */
    <C extends Control> C find(Control root, Class<C> type, Predicate<C> condition) {
        return ui(() -> Objects.requireNonNull(search(root, type, condition), () -> "no such " + type.getSimpleName()));
    }

    private static <C extends Control> C search(Control control, Class<C> type, Predicate<C> condition) {
        if (type.isInstance(control) && condition.test(type.cast(control))) {
            return type.cast(control);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                C found = search(child, type, condition);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The names of what a menu of the menu bar offers; of the bar itself without a name. */
    List<String> menu(String... path) {
        return ui(() -> {
            Menu menu = shell().getMenuBar();
            for (String name : path) {
                menu = item(menu, name).getMenu();
            }
            open(menu);
            List<String> names = new ArrayList<>();
            for (MenuItem item : menu.getItems()) {
                if ((item.getStyle() & SWT.SEPARATOR) == 0) {
                    names.add(name(item));
                }
            }
            return names;
        });
    }

    private static MenuItem item(Menu menu, String name) {
        open(menu);
        for (MenuItem item : menu.getItems()) {
            if (name(item).equals(name)) {
                return item;
            }
        }
        throw new AssertionError("there is no '" + name + "' in the menu");
    }

    private static void open(Menu menu) {
        Event event = new Event();
        event.widget = menu;
        menu.notifyListeners(SWT.Show, event);
    }

    private static String name(MenuItem item) {
        return item.getText().replace("&", "").replaceFirst("\t.*", "");
    }

    /** Chooses from a menu; returns at once, even when a dialog opens. */
    void choose(String menu, String name) {
        MenuItem chosen = ui(() -> item(item(shell().getMenuBar(), menu).getMenu(), name));
        click(chosen);
    }

    /** Clicks a button or an item; returns at once, even when a dialog opens. */
    void click(Widget widget) {
        display.asyncExec(() -> widget.notifyListeners(SWT.Selection, new Event()));
    }

    /** Presses and releases a key on what has the focus. */
    void press(char character, int keyCode) {
        Event event = new Event();
        event.character = character;
        event.keyCode = keyCode;
        event.type = SWT.KeyDown;
        act(() -> display.post(event));
        event.type = SWT.KeyUp;
        act(() -> display.post(event));
    }

    /** Runs a command by its id, as its key would. */
    void command(String id) {
        org.eclipse.ui.handlers.IHandlerService handlers = window.getService(org.eclipse.ui.handlers.IHandlerService.class);
        org.eclipse.ui.commands.ICommandService commands = window.getService(org.eclipse.ui.commands.ICommandService.class);
        display.asyncExec(() -> {
            try {
                handlers.executeCommand(new ParameterizedCommand(commands.getCommand(id), null), null);
            } catch (org.eclipse.core.commands.common.CommandException e) {
                throw new AssertionError(id, e);
            }
        });
    }
}
