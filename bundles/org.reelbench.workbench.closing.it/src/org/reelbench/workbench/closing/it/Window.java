package org.reelbench.workbench.closing.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.reelbench.ui.Editor;

/** The window as the hand uses it; called from the hand's thread. */
final class Window {

    /** What does not happen in this time does not happen at all. */
    private static final long HANG_SECONDS = 120;
    private static final long LOOK_INTERVAL_MS = 20;

    private final Display display;
    private final IWorkbenchWindow window;

    /** Waits for the window. */
    Window() {
        until("the window is there", () -> PlatformUI.isWorkbenchRunning()
                && PlatformUI.getWorkbench().getDisplay()
                        .syncCall(() -> PlatformUI.getWorkbench().getWorkbenchWindowCount() == 1));
        display = PlatformUI.getWorkbench().getDisplay();
        window = ask(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
        until("the window is seen", () -> ask(() -> window.getShell().isVisible()));
    }

    /** Waits until the project that was named at the start is open. */
    Editor openEditor() {
        until("a project is open", () -> service(Editor.class).flatMap(Editor::project).isPresent());
        until("the title names it", () -> !title().equals("Reelbench"));
        return service(Editor.class).orElseThrow();
    }

    <S> Optional<S> service(Class<S> type) {
        BundleContext context = FrameworkUtil.getBundle(Window.class).getBundleContext();
        ServiceReference<S> reference = context.getServiceReference(type);
        return Optional.ofNullable(reference).map(context::getService);
    }

    void until(String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("never: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_INTERVAL_MS));
        }
    }

    <T> T ask(Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        display.syncExec(() -> answer.add(question.get()));
        return answer.getFirst();
    }

    void act(Runnable action) {
        display.syncExec(action);
    }

    String title() {
        return ask(() -> window.getShell().getText());
    }

    List<String> titles() {
        return ask(() -> {
            List<String> titles = new ArrayList<>();
            for (Shell shell : display.getShells()) {
                if (shell.isVisible()) {
                    titles.add(shell.getText());
                }
            }
            return titles;
        });
    }

    Shell dialog(String title) {
        until("the dialog '" + title + "' is there", () -> titles().contains(title));
        return ask(() -> {
            for (Shell shell : display.getShells()) {
                if (shell.isVisible() && shell.getText().equals(title)) {
                    return shell;
                }
            }
            throw new AssertionError("the dialog '" + title + "' is gone");
        });
    }

    /** Presses a button; returns at once. */
    void press(Shell dialog, String text) {
        Button button = ask(() -> find(dialog, Button.class, one -> one.getText().replace("&", "").equals(text)));
        until("the button can be pressed", () -> ask(button::isEnabled));
        display.asyncExec(() -> button.notifyListeners(SWT.Selection, new Event()));
    }

    /** Opens a view. */
    void show(String view) {
        act(() -> {
            try {
                window.getActivePage().showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What the menu of a button offers; nothing as long as there is no such button. */
    List<String> offered(String button) {
        List<String> offered = new ArrayList<>();
        open(button, item -> offered.add(item.getText()));
        return offered;
    }

    /** Chooses from the menu of a button. */
    void choose(String button, String offer) {
        open(button, item -> {
            if (item.getText().equals(offer)) {
                item.notifyListeners(SWT.Selection, new Event());
            }
        });
    }

    /** Presses a button of the window, looks at each item of the menu that comes up, and waits until that is gone again. */
    private void open(String text, Consumer<MenuItem> use) {
        AtomicReference<Menu> shown = new AtomicReference<>();
        Listener look = event -> {
            if (event.widget instanceof Menu menu && shown.compareAndSet(null, menu)) {
                for (MenuItem item : menu.getItems()) {
                    use.accept(item);
                }
                display.asyncExec(() -> menu.setVisible(false));
            }
        };
        Optional<Button> button = ask(() -> search(window.getShell(), Button.class, one -> one.getText().equals(text)));
        if (button.isPresent()) {
            act(() -> {
                display.addFilter(SWT.Show, look);
                button.get().notifyListeners(SWT.Selection, new Event());
            });
            until("the menu of '" + text + "' comes and goes", () -> ask(() -> shown.get() != null && shown.get().isDisposed()));
            act(() -> display.removeFilter(SWT.Show, look));
        }
    }

    /** Tells whoever started the program how far it is. */
    void leaveSign(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On the UI thread. */
    <C extends Control> C find(Composite root, Class<C> type, Predicate<C> condition) {
        return search(root, type, condition).orElseThrow(() -> new AssertionError("there is no such " + type.getSimpleName()));
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

    /** Does what a key or a menu does; returns at once. */
    void command(String id) {
        display.asyncExec(() -> {
            try {
                window.getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Closes the window as its frame does; returns at once. */
    void close() {
        display.asyncExec(() -> window.getShell().close());
    }
}
