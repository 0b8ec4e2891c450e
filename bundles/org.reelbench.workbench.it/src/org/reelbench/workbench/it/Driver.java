package org.reelbench.workbench.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Walks the widgets of the window and acts on them as a person does; called from any thread but the UI thread. */
final class Driver {

    /** What does not happen in this time does not happen at all. */
    private static final long HANG_MS = TimeUnit.SECONDS.toMillis(30);
    private static final long LOOK_INTERVAL_MS = 20;

    private static final List<String> PROBLEMS = new ArrayList<>();

    static {
        Platform.addLogListener((status, _) -> note(status));
    }

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
        driver.activate();
        return driver;
    }

    /** Gives the window the keys: where no window manager runs, nobody does that when a dialog in front of it is closed. */
    void activate() {
        act(() -> {
            if (display.getActiveShell() == null) {
                shell().forceActive();
            }
        });
    }

    /** Asks something on the UI thread; what is thrown there is thrown here. */
    <T> T ui(Callable<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                answer.set(question.call());
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw new AssertionError("on the UI thread: " + failure.get(), failure.get());
        }
        return answer.get();
    }

    /** Does something on the UI thread; what is thrown there is thrown here. */
    void act(Runnable action) {
        ui(() -> {
            action.run();
            return true;
        });
    }

    /** What went wrong since the last call, as the Error Log view shows it. */
    static List<String> newProblems() {
        synchronized (PROBLEMS) {
            List<String> problems = List.copyOf(PROBLEMS);
            PROBLEMS.clear();
            return problems;
        }
    }

    private static void note(IStatus status) {
        if (status.getSeverity() == IStatus.ERROR) {
            synchronized (PROBLEMS) {
                PROBLEMS.add(status.getMessage() + ": " + status.getException());
            }
        }
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
                throw new AssertionError(new TimeoutException("never: " + what + "; open: " + titles() + "; see " + picture()));
            }
            pause();
        }
    }

    /** Keeps what is on the screen, for people who look for what went wrong. */
    private Path picture() {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { ui(this::screen) };
        Path file = Path.of("target", "screen.png").toAbsolutePath();
        loader.save(file.toString(), SWT.IMAGE_PNG);
        return file;
    }

    private ImageData screen() {
        Image image = new Image(display, display.getBounds().width, display.getBounds().height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, 0, 0);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
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

    /** Waits for a control of a type below a control, and returns the first. */
    <C extends Control> C find(Control root, Class<C> type, Predicate<C> condition) {
        AtomicReference<C> found = new AtomicReference<>();
        until("such a " + type.getSimpleName() + " is there", () -> ui(() -> search(root, type, condition)).map(control -> {
            found.set(control);
            return true;
        }).orElse(false));
        return found.get();
    }

    private static <C extends Control> Optional<C> search(Control control, Class<C> type, Predicate<C> condition) {
        if (type.isInstance(control) && condition.test(type.cast(control))) {
            return Optional.of(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<C> found = search(child, type, condition);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The texts of all labels below a control. */
    List<String> texts(Composite root) {
        return ui(() -> {
            List<String> texts = new ArrayList<>();
            collect(root, texts);
            return texts;
        });
    }

    private static void collect(Composite composite, List<String> texts) {
        for (Control child : composite.getChildren()) {
            if (child instanceof Label label) {
                texts.add(label.getText());
            }
            if (child instanceof Composite inner) {
                collect(inner, texts);
            }
        }
    }

    /** The names of what a menu of the menu bar offers; of the bar itself without a name. */
    List<String> menu(String... path) {
        activate();
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
        activate();
        MenuItem chosen = ui(() -> item(item(shell().getMenuBar(), menu).getMenu(), name));
        click(chosen);
    }

    /** Clicks a button or an item; returns at once, even when a dialog opens. */
    void click(Widget widget) {
        display.asyncExec(() -> widget.notifyListeners(SWT.Selection, new Event()));
    }

    /** Clicks a place of a control, counted from its upper left corner. */
    void click(Control control, int x, int y) {
        for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
            Event event = new Event();
            event.button = 1;
            event.count = 1;
            event.stateMask = type == SWT.MouseUp ? SWT.BUTTON1 : 0;
            event.x = x;
            event.y = y;
            display.asyncExec(() -> control.notifyListeners(type, event));
        }
    }

    /** Asks the window to close, as its frame does; returns at once. */
    void closeWindow() {
        display.asyncExec(() -> shell().close());
    }

    /** Presses and releases a key while a control has the focus. */
    void press(Control control, char character, int keyCode, int modifiers) {
        act(control::setFocus);
        for (int type : new int[] { SWT.KeyDown, SWT.KeyUp }) {
            Event event = new Event();
            event.character = character;
            event.keyCode = keyCode;
            event.stateMask = modifiers;
            event.doit = true;
            act(() -> control.notifyListeners(type, event));
        }
    }
}
