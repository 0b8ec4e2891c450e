package org.reelbench.project.internal.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.project.internal.edit.Operations;
import org.reelbench.project.internal.edit.Outcome;
import org.reelbench.timeline.EditRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session in memory. All that belongs together is one immutable {@link State} in one volatile field, so readers never wait;
 * writers hold {@code editing} until their listeners have been told, which is what keeps calls in order and on the writer's
 * thread.
 */
final class FileSession implements ProjectSession {

    private static final Logger LOG = LoggerFactory.getLogger(FileSession.class);

    private final ReentrantLock editing = new ReentrantLock();
    private final ReentrantLock saving = new ReentrantLock();
    private final List<ProjectListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<ProjectListener>> untold = new ArrayDeque<>();
    private boolean telling;
    private volatile State state;
    private volatile Saved saved;

    FileSession(Project project, @Nullable Path file) {
        state = new State(project, 0, History.EMPTY, History.EMPTY);
        saved = new Saved(project, Optional.ofNullable(file));
    }

    @Override
    public Project project() {
        return state.project;
    }

    @Override
    public long revision() {
        return state.revision;
    }

    @Override
    public Optional<Path> file() {
        return saved.file;
    }

    @Override
    public Change execute(EditCommand command) throws EditRefused {
        editing.lock();
        try {
            State now = state;
            if (command.revision() != now.revision) {
                throw new StaleRevision(command.revision(), now.revision);
            }
            Optional<Path> folder = saved.file.map(file -> file.toAbsolutePath().getParent());
            Outcome outcome = Operations.apply(now.project, folder, command);
            if (outcome.project().equals(now.project)) {
                return new Change(Change.Kind.EDIT, now.project, now.project, command, outcome.label(), List.of(), now.revision);
            }
            Change edit = new Change(Change.Kind.EDIT, now.project, outcome.project(), command, outcome.label(),
                    outcome.created(), now.revision + 1);
            change(edit, now.undo.push(edit), History.EMPTY);
            return edit;
        } finally {
            editing.unlock();
        }
    }

    @Override
    public Change undo() throws EditRefused {
        editing.lock();
        try {
            State now = state;
            Change edit = now.undo.top().orElseThrow(() -> new EditRefused("there is nothing to undo"));
            Change undone = new Change(Change.Kind.UNDO, now.project, edit.before(), edit.command(), edit.label(), List.of(),
                    now.revision + 1);
            change(undone, now.undo.pop(), now.redo.push(edit));
            return undone;
        } finally {
            editing.unlock();
        }
    }

    @Override
    public Change redo() throws EditRefused {
        editing.lock();
        try {
            State now = state;
            Change edit = now.redo.top().orElseThrow(() -> new EditRefused("there is nothing to do again"));
            Change redone = new Change(Change.Kind.REDO, now.project, edit.after(), edit.command(), edit.label(), edit.created(),
                    now.revision + 1);
            change(redone, now.undo.push(edit), now.redo.pop());
            return redone;
        } finally {
            editing.unlock();
        }
    }

    @Override
    public Optional<String> undoLabel() {
        return state.undo.label();
    }

    @Override
    public Optional<String> redoLabel() {
        return state.redo.label();
    }

    @Override
    public boolean isDirty() {
        return !state.project.equals(saved.project);
    }

    @Override
    public void save() throws IOException {
        saveAs(saved.file.orElseThrow(() -> new IllegalStateException("the project has no file yet: save it under a name")));
    }

    @Override
    public void saveAs(Path newFile) throws IOException {
        saving.lock();
        try {
            // Edits go on while the disk is busy: what is written is the state now.
            Project written = state.project;
            ProjectFile.save(written, newFile);
            saved = new Saved(written, Optional.of(newFile));
        } finally {
            saving.unlock();
        }
        // Never both locks at once: a listener, called by an editor, may save.
        editing.lock();
        try {
            tell(listener -> listener.saved(newFile));
        } finally {
            editing.unlock();
        }
    }

    @Override
    public void addListener(ProjectListener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    @Override
    public void removeListener(ProjectListener listener) {
        listeners.remove(listener);
    }

    private void change(Change change, History undo, History redo) {
        state = new State(change.after(), change.revision(), undo, redo);
        tell(listener -> listener.changed(change));
    }

    /** An edit made by a listener waits in the queue, so that no listener hears of it before the one that caused it. */
    private void tell(Consumer<ProjectListener> call) {
        untold.add(call);
        if (telling) {
            return;
        }
        telling = true;
        try {
            for (Consumer<ProjectListener> next = untold.poll(); next != null; next = untold.poll()) {
                tellAll(next);
            }
        } finally {
            telling = false;
        }
    }

    /** Listeners come from other bundles, which may be half gone: their linkage errors are theirs, too. */
    private void tellAll(Consumer<ProjectListener> call) {
        for (ProjectListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.error("A listener of the project '{}' failed: {}", state.project.name(), listener.getClass().getName(), e);
            }
        }
    }

    /** One state with its history. */
    private record State(Project project, long revision, History undo, History redo) {
    }

    /** What is saved, and where. */
    private record Saved(Project project, Optional<Path> file) {
    }
}
