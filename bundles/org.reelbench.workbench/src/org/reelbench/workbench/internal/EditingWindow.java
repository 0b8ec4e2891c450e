package org.reelbench.workbench.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.reelbench.ui.Editor;
import org.reelbench.ui.ServiceSlot;
import org.reelbench.ui.Transport;

/** The window: its commands while it is open, the project it starts with, and what is asked before it closes. */
final class EditingWindow extends WorkbenchWindowAdvisor {

    private final Optional<Path> project;
    private final Splash splash;
    private final ServiceSlot<Editor> editor = ServiceSlot.open(Editor.class, EditingWindow.class);
    private final ServiceSlot<Transport> transport = ServiceSlot.open(Transport.class, EditingWindow.class);
    private @Nullable Closing closing;
    private @Nullable WindowTitle title;
    private @Nullable EditingKeys keys;

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
        Commands commands = new Commands(window, service, transport);
        commands.activate();
        service.addListener(commands);
        project.ifPresent(file -> service.open(file));
    }

    @Override
    public boolean preWindowShellClose() {
        Closing now = closing;
        return now == null || now.mayClose();
    }

    @Override
    public void postWindowClose() {
        WindowTitle oldTitle = title;
        if (oldTitle != null) {
            editor.get().ifPresent(service -> service.removeListener(oldTitle));
        }
        EditingKeys oldKeys = keys;
        if (oldKeys != null) {
            oldKeys.close();
        }
        editor.close();
        transport.close();
    }
}
