package org.reelbench.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.ui.OpenProject;

/** Opens, makes, saves and closes projects by jobs that people see, and tells what became of it. From any thread. */
final class ProjectFiles {

    /** Takes a project that was opened. */
    @FunctionalInterface
    interface Shown {

        void accept(OpenProject project) throws IOException;
    }

    /** Saves a session, off the UI thread. */
    @FunctionalInterface
    private interface Saving {

        void save(ProjectSession session) throws IOException;
    }

    private final EditorState.Work work;
    private final EditorState.Opening opening;
    private final EditQueue edits;
    private final Announcer announcer;
    private final Supplier<@Nullable OpenProject> shown;
    private final Shown show;

    ProjectFiles(EditorState.Work work, EditorState.Opening opening, EditQueue edits, Announcer announcer,
            Supplier<@Nullable OpenProject> shown, Shown show) {
        this.work = work;
        this.opening = opening;
        this.edits = edits;
        this.announcer = announcer;
        this.shown = shown;
        this.show = show;
    }

    CompletionStage<Boolean> open(Path file) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        work.inJob("Opening " + file.getFileName(), () -> end(done, () -> {
            // A project is open once at a time, here too.
            OpenProject before = shown.get();
            if (before != null && before.session().file().filter(file.toAbsolutePath().normalize()::equals).isPresent()) {
                before.session().closeAndForget();
            }
            show.accept(opening.open(file));
            return true;
        }, "Not opened"));
        return done;
    }

    CompletionStage<Boolean> recoverUnsaved() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        work.inJob("Looking for projects that were never saved", () -> end(done, () -> {
            Optional<OpenProject> unsaved = opening.openUnsaved();
            if (unsaved.isPresent()) {
                show.accept(unsaved.get());
            }
            return unsaved.isPresent();
        }, "Not recovered"));
        return done;
    }

    CompletionStage<Boolean> create(Project project, Path file) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        work.inJob("Making " + file.getFileName(), () -> end(done, () -> {
            show.accept(opening.create(project, file));
            return true;
        }, "Not made"));
        return done;
    }

    CompletionStage<Boolean> forgetChanges() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        OpenProject project = shown.get();
        if (project == null) {
            done.complete(true);
            return done;
        }
        edits.behind(() -> work.inJob("Closing", () -> end(done, () -> {
            project.session().closeAndForget();
            return true;
        }, "Not closed")));
        return done;
    }

    /** Frees the project that is open for others; what was not saved is offered when it is opened again. */
    void close() {
        work.threadRule("closing a project");
        OpenProject project = shown.get();
        if (project != null) {
            try {
                project.session().close();
            } catch (IOException e) {
                work.log("The project was not closed properly", e);
            }
        }
    }

    CompletionStage<Boolean> save() {
        return saveBy(ProjectSession::save);
    }

    CompletionStage<Boolean> saveAs(Path file) {
        return saveBy(session -> session.saveAs(file));
    }

    private CompletionStage<Boolean> saveBy(Saving saving) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        OpenProject project = shown.get();
        if (project == null) {
            announcer.told("There is no project to save", true);
            done.complete(false);
            return done;
        }
        // Behind the edits already asked for: what people see is what is saved.
        edits.behind(() -> work.inJob("Saving", () -> end(done, () -> {
            saving.save(project.session());
            project.session().file().ifPresent(file -> announcer.told("Saved " + file.getFileName(), false));
            return true;
        }, "Not saved")));
        return done;
    }

    /** Work with files that may fail. */
    @FunctionalInterface
    private interface FileWork {

        /** Returns whether it came to what was wanted. */
        boolean run() throws IOException;
    }

    private void end(CompletableFuture<Boolean> done, FileWork fileWork, String failure) {
        work.threadRule("work with project files");
        boolean isDone = false;
        try {
            isDone = fileWork.run();
        } catch (RecoveryQuestion.PutOff e) {
            // Somebody wanted that: it is no error.
            announcer.told(failure + ": " + e.getMessage(), false);
        } catch (IOException | RuntimeException e) {
            String text = failure + ": " + e.getMessage();
            work.log(text, e);
            announcer.told(text, true);
        } finally {
            done.complete(isDone);
        }
    }
}
