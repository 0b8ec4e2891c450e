package org.reelbench.workbench.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Transport;
import org.reelbench.ui.UiThread;
import org.reelbench.workbench.internal.preferences.ProgramSettingsAtStart;
import org.reelbench.workbench.internal.preferences.Settings;
import org.reelbench.workbench.internal.welcome.WelcomeView;

/** The window: its commands while it is open, the project it starts with, and what is asked before it closes. */
final class EditingWindow extends WorkbenchWindowAdvisor {

    private final Optional<Path> project;
    private final Splash splash;
    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, EditingWindow.class);
    private final ServiceSlot<Transport> transport = ServiceSlot.open(Transport.class, EditingWindow.class);
    private @Nullable Closing closing;
    private @Nullable WindowTitle title;
    private @Nullable Commands commands;
    private @Nullable EditingKeys keys;
    private @Nullable ShuttleKeys shuttle;

    EditingWindow(IWorkbenchWindowConfigurer configurer, Optional<Path> project, Splash splash) {
        super(configurer);
        this.project = project;
        this.splash = splash;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new ActionBarAdvisor(configurer);
    }

    @Override
    public void preWindowOpen() {
        EditingWorkbench.configure(getWindowConfigurer());
    }

    @Override
    public void postWindowOpen() {
        splash.close();
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        keys = EditingKeys.follow(window);
        editor.get().ifPresentOrElse(this::start, () -> {
            throw new IllegalStateException("the editor service is missing: the installation is incomplete");
        });
    }

    private void start(Editor service) {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        WindowTitle newTitle = new WindowTitle(getWindowConfigurer(),
                getWindowConfigurer().getActionBarConfigurer().getStatusLineManager());
        service.addListener(newTitle);
        title = newTitle;
        closing = new Closing(window, service, transport);
        ShuttleKeys newShuttle = ShuttleKeys.follow(window.getShell().getDisplay());
        shuttle = newShuttle;
        Commands newCommands = new Commands(window, service, transport, newShuttle);
        newCommands.activate();
        service.addListener(newCommands);
        commands = newCommands;
        ProgramSettingsAtStart.apply(service);
        service.recoverUnsaved().thenAccept(isRecovered -> project.ifPresentOrElse(
                file -> openNamed(service, file, isRecovered), () -> openLast(service, isRecovered)));
    }

    /** What was recovered has no file yet: it must not be lost to the project that was named. */
    private static void openNamed(Editor service, Path file, boolean isRecovered) {
        if (isRecovered) {
            service.tell("Not opened: " + file.getFileName() + "; save the recovered project first, then open it", true);
        } else {
            service.open(file);
        }
    }

    private void openLast(Editor service, boolean isRecovered) {
        if (!isRecovered) {
            Settings.lastProject().map(service::open).orElseGet(() -> CompletableFuture.completedFuture(false))
                    .thenAccept(isOpen -> {
                        if (!isOpen) {
                            UiThread.later(() -> welcome(service));
                        }
                    });
        }
    }

    /** Somebody may have opened a project meanwhile, or closed the window. */
    private void welcome(Editor service) {
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        if (page != null && service.project().isEmpty()) {
            WelcomeView.show(page);
        }
    }

    @Override
    public boolean preWindowShellClose() {
        Closing now = closing;
        return now == null || now.mayClose();
    }

    @Override
    public void postWindowClose() {
        WindowTitle oldTitle = title;
        Commands oldCommands = commands;
        if (oldCommands != null) {
            oldCommands.close();
        }
        if (oldTitle != null && oldCommands != null) {
            // What is told while the program ends finds no window.
            editor.get().ifPresent(service -> {
                service.removeListener(oldTitle);
                service.removeListener(oldCommands);
            });
        }
        EditingKeys oldKeys = keys;
        if (oldKeys != null) {
            oldKeys.close();
        }
        ShuttleKeys oldShuttle = shuttle;
        if (oldShuttle != null) {
            oldShuttle.close();
        }
        editor.close();
        transport.close();
    }
}
