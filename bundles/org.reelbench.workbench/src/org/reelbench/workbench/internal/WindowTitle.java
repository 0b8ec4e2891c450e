package org.reelbench.workbench.internal;

import java.util.Optional;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;

/** Keeps the window's title and status line as the project is. */
final class WindowTitle implements EditorListener {

    static final String NAME = "Reelbench";

    private final IWorkbenchWindowConfigurer window;
    private final IStatusLineManager statusLine;
    private Optional<ProjectSession> session = Optional.empty();

    WindowTitle(IWorkbenchWindowConfigurer window, IStatusLineManager statusLine) {
        this.window = window;
        this.statusLine = statusLine;
    }

    @Override
    public void projectChanged(Optional<OpenProject> project) {
        session = project.map(OpenProject::session);
        savedStateChanged();
    }

    @Override
    public void savedStateChanged() {
        window.setTitle(session.map(now -> (now.isDirty() ? "*" : "") + name(now) + " – " + NAME).orElse(NAME));
    }

    @Override
    public void told(String text, boolean isProblem) {
        statusLine.setErrorMessage(isProblem ? text : null);
        statusLine.setMessage(isProblem ? null : text);
    }

    /** The name of a project for people: its own, else its file's. */
    static String name(ProjectSession session) {
        String own = session.project().name();
        if (!own.isBlank()) {
            return own;
        }
        return session.file().map(file -> String.valueOf(file.getFileName()))
                .map(file -> file.endsWith(ProjectFile.EXTENSION)
                        ? file.substring(0, file.length() - ProjectFile.EXTENSION.length())
                        : file)
                .orElse("Untitled");
    }
}
