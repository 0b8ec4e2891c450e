package org.reelbench.workbench.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;

/** Opens and saves projects as people ask for it, with the questions that come with it. */
final class ProjectFiles {

    private static final String[] NAMES = { "Reelbench projects (*" + ProjectFile.EXTENSION + ")", "All files" };
    private static final String[] PATTERNS = { "*" + ProjectFile.EXTENSION, "*" };
    private static final String[] NAMES_TO_OPEN = { "Projects and timelines (*" + ProjectFile.EXTENSION + ", *.otio)", NAMES[0],
            "OpenTimelineIO (*.otio)", NAMES[1] };
    private static final String[] PATTERNS_TO_OPEN = { "*" + ProjectFile.EXTENSION + ";*.otio", PATTERNS[0], "*.otio",
            PATTERNS[1] };

    private final IWorkbenchWindow window;
    private final Editor editor;

    ProjectFiles(IWorkbenchWindow window, Editor editor) {
        this.window = window;
        this.editor = editor;
    }

    void make() {
        NewProjectDialog dialog = new NewProjectDialog(window.getShell(), folder().resolve("Untitled" + ProjectFile.EXTENSION));
        if (dialog.open() == Window.OK) {
            dialog.film().ifPresent(film -> beforeAnother(() -> editor.create(film.project(), film.path().orElseThrow())));
        }
    }

    void open() {
        FileDialog dialog = dialog(SWT.OPEN, "Open Project");
        dialog.setFilterNames(NAMES_TO_OPEN);
        dialog.setFilterExtensions(PATTERNS_TO_OPEN);
        String chosen = dialog.open();
        if (chosen != null) {
            beforeAnother(() -> editor.open(Path.of(chosen)));
        }
    }

    void open(Path project) {
        beforeAnother(() -> editor.open(project));
    }

    /** The project that is open stays open until the other one is. */
    void beforeAnother(Runnable action) {
        afterSaving("Save changes before another project is opened?", action, action);
    }

    CompletionStage<Boolean> save() {
        return editor.project().flatMap(project -> project.session().file()).isPresent() ? editor.save() : saveAs();
    }

    CompletionStage<Boolean> saveAs() {
        FileDialog dialog = dialog(SWT.SAVE, "Save Project As");
        dialog.setOverwrite(true);
        editor.project().map(OpenProject::session).ifPresent(session -> dialog.setFileName(session.file()
                .map(file -> String.valueOf(file.getFileName()))
                .orElseGet(() -> WindowTitle.name(session) + ProjectFile.EXTENSION)));
        String chosen = dialog.open();
        if (chosen == null) {
            return CompletableFuture.completedFuture(false);
        }
        return editor.saveAs(NewFilm.withExtension(Path.of(chosen)));
    }

    /** Does something once there is nothing left that would be lost, something else if that is to be lost, or nothing at all. */
    void afterSaving(String question, Runnable action, Runnable withoutSaving) {
        Optional<ProjectSession> unsaved = editor.project().map(OpenProject::session).filter(ProjectSession::isDirty);
        if (unsaved.isEmpty()) {
            action.run();
            return;
        }
        int answer = MessageDialog.open(MessageDialog.QUESTION, window.getShell(), WindowTitle.name(unsaved.get()), question,
                SWT.SHEET, "Save",
                "Don't Save", "Cancel");
        if (answer == 0) {
            save().thenAccept(isSaved -> {
                if (isSaved) {
                    UiThread.later(action);
                }
            });
        } else if (answer == 1) {
            withoutSaving.run();
        }
    }

    private FileDialog dialog(int style, String title) {
        FileDialog dialog = new FileDialog(window.getShell(), style);
        dialog.setText(title);
        dialog.setFilterNames(NAMES);
        dialog.setFilterExtensions(PATTERNS);
        dialog.setFilterPath(folder().toString());
        return dialog;
    }

    /** Where the project lies that is open, else where people have their own. */
    private Path folder() {
        return editor.project().flatMap(project -> project.session().file()).map(Path::getParent)
                .orElseGet(() -> Path.of(System.getProperty("user.home")));
    }
}
