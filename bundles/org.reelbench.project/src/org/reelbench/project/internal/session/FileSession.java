package org.reelbench.project.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.RecoveryOutcome;
import org.reelbench.project.StaleRevision;
import org.reelbench.project.internal.edit.Growth;
import org.reelbench.project.internal.edit.Operations;
import org.reelbench.project.internal.edit.Outcome;
import org.reelbench.project.internal.file.AtomicSave;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.file.ProjectRules;
import org.reelbench.project.internal.file.ProjectText;
import org.reelbench.project.internal.journal.Base;
import org.reelbench.project.internal.journal.History;
import org.reelbench.project.internal.journal.Journal;
import org.reelbench.project.internal.journal.JournalPlace;
import org.reelbench.project.internal.journal.JournalSettings;
import org.reelbench.timeline.EditRefused;

/**
 * The session in memory. All that belongs together is one immutable {@link State} in one volatile field, so readers never wait;
 * writers hold {@code editing} until their listeners have been told, which is what keeps calls in order and on the writer's
 * thread. The journal is told of every change under that lock too, and never waits for the disk.
 */
final class FileSession implements ProjectSession {

    private final ReentrantLock editing = new ReentrantLock();
    private final ReentrantLock saving = new ReentrantLock();
    private final Listeners listeners = new Listeners();
    private final Revisions revisions = new Revisions();
    private final JournalSettings settings;
    private final Journal journal;
    private final Optional<RecoveryOutcome> recovery;
    private Optional<JournalPlace> place;
    private Growth growth;
    private volatile State state;
    private volatile Saved saved;
    private volatile boolean isClosed;

    /**
     * Creates a session.
     *
     * @param restored what was recovered; the journal then goes on from there
     */
    FileSession(JournalSettings settings, Opening opening) {
        this.settings = settings;
        place = opening.place();
        state = opening.state();
        growth = opening.growth();
        saved = opening.saved();
        Base base = opening.base();
        journal = new Journal(settings, place, base, opening.problem(), this::journalChanged);
        journal.resume(opening.entries(), opening.toKeep());
        recovery = opening.outcome(journal.kept());
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
            requireOpen();
            State now = state;
            Optional<Path> folder = saved.file.map(file -> file.toAbsolutePath().getParent());
            EditCommand current = rebased(command, now, folder);
            Outcome outcome = Operations.apply(now.project, folder, current);
            boolean grows = Growth.isToldBy(current);
            growth = grows ? growth.with(current, now.project.mainSequence().rate()) : growth;
            if (outcome.project().equals(now.project)) {
                return new Change(Change.Kind.EDIT, now.project, now.project, current, outcome.label(), List.of(), now.revision);
            }
            Change edit = new Change(grows ? Change.Kind.GROWTH : Change.Kind.EDIT, now.project, outcome.project(), current,
                    outcome.label(), outcome.created(), now.revision + 1);
            change(edit, grows ? now.undo : now.undo.push(edit), grows ? now.redo : History.EMPTY);
            return edit;
        } finally {
            editing.unlock();
        }
    }

    private EditCommand rebased(EditCommand command, State now, Optional<Path> folder) throws StaleRevision {
        if (command.revision() == now.revision) {
            return command;
        }
        Optional<Project> then = revisions.find(command.revision()).map(growth::appliedTo);
        if (then.isEmpty() || !Rebase.isPossible(then.get(), now.project, folder, command)) {
            throw new StaleRevision(command.revision(), now.revision);
        }
        return new EditCommand(command.name(), command.parameters(), now.revision);
    }

    private void requireOpen() throws EditRefused {
        if (isClosed) {
            throw new EditRefused("the project is closed");
        }
    }

    @Override
    public Change undo() throws EditRefused {
        editing.lock();
        try {
            requireOpen();
            State now = state;
            Change edit = now.undo.top().orElseThrow(() -> new EditRefused("there is nothing to undo"));
            Change undone = new Change(Change.Kind.UNDO, now.project, growth.appliedTo(edit.before()), edit.command(),
                    edit.label(), List.of(),
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
            requireOpen();
            State now = state;
            Change edit = now.redo.top().orElseThrow(() -> new EditRefused("there is nothing to do again"));
            Change redone = new Change(Change.Kind.REDO, now.project, growth.appliedTo(edit.after()), edit.command(),
                    edit.label(), edit.created(),
                    now.revision + 1);
            change(redone, now.undo.push(edit), now.redo.pop());
            return redone;
        } finally {
            editing.unlock();
        }
    }

    private void change(Change change, History undo, History redo) {
        revisions.add(state.revision, change.before());
        state = new State(change.after(), change.revision(), undo, redo);
        journal.add(change, undo, redo);
        listeners.tell(listener -> listener.changed(change));
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
    public List<String> undoLabels(int most) {
        return state.undo.labels(most);
    }

    @Override
    public List<String> redoLabels(int most) {
        return state.redo.labels(most);
    }

    @Override
    public boolean isDirty() {
        Optional<Project> clean = saved.project;
        return clean.isEmpty() || !state.project.equals(clean.get());
    }

    @Override
    public void save() throws IOException {
        Saved now = saved;
        save(now.file.orElseThrow(() -> new IllegalStateException("the project has no file yet: save it under a name")), false);
    }

    @Override
    public void saveAs(Path newFile) throws IOException {
        save(newFile, true);
    }

    private void save(Path target, boolean isChosen) throws IOException {
        saving.lock();
        try {
            if (isClosed) {
                throw new IOException(target + ": was not saved: the project is closed");
            }
            boolean isOther = saved.file.filter(file -> isSame(file, target)).isEmpty();
            if (!isOther && !isChosen) {
                saved.version.requireIn(target);
            }
            Places.Taken taken = isOther || place.isEmpty() ? Places.take(settings.disk(), target) : new Places.Taken(place);
            boolean isDone = false;
            try {
                write(target, taken);
                isDone = true;
            } finally {
                if (!isDone && !taken.place().equals(place)) {
                    taken.close();
                }
            }
        } finally {
            saving.unlock();
        }
        // Never both locks at once: a listener, called by an editor, may save.
        editing.lock();
        try {
            listeners.tell(listener -> listener.saved(target));
        } finally {
            editing.unlock();
        }
    }

    private void write(Path target, Places.Taken taken) throws IOException {
        // Edits go on while the disk is busy: what is written is the state now.
        State written = state;
        List<String> violations = ProjectRules.violations(written.project);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("the project cannot be saved, because " + violations.getFirst());
        }
        FileStamp stamp = ProjectText.save(written.project, target, new AtomicSave(settings.disk()),
                (file, content) -> journal.mark(file, content, written.revision));
        Base base = new Base(written.project, written.revision, written.undo, written.redo, Optional.of(stamp),
                Optional.empty());
        if (!taken.place().equals(place)) {
            taken.keepWhatIsThere();
        }
        place = taken.place();
        saved = new Saved(Optional.of(written.project), Optional.of(target), Version.of(target, stamp));
        journal.saved(base, place, taken.problem());
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                    || Files.exists(other) && Files.exists(file) && Files.isSameFile(file, other);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public long securedRevision() {
        return journal.securedRevision();
    }

    @Override
    public Optional<String> journalProblem() {
        return journal.problem();
    }

    @Override
    public Optional<RecoveryOutcome> recovery() {
        return recovery;
    }

    private void journalChanged(Optional<String> problem) {
        editing.lock();
        try {
            listeners.tell(listener -> listener.journalChanged(problem));
        } finally {
            editing.unlock();
        }
    }

    /** Returns all states that undo and redo lead to, oldest first. */
    List<Project> history() {
        List<Project> states = new ArrayList<>(List.of(state.project));
        for (History undo = state.undo; undo.top().isPresent(); undo = undo.pop()) {
            states.addFirst(undo.top().get().before());
        }
        for (History redo = state.redo; redo.top().isPresent(); redo = redo.pop()) {
            states.add(redo.top().get().after());
        }
        return states;
    }

    /** Writes what is still to be written, because nobody will do it later. */
    void flush() {
        journal.flush();
    }

    @Override
    public void close() throws IOException {
        close(false);
    }

    @Override
    public void closeAndForget() throws IOException {
        close(true);
    }

    private void close(boolean forget) throws IOException {
        editing.lock();
        try {
            isClosed = true;
        } finally {
            editing.unlock();
        }
        // Waits for a save under way.
        saving.lock();
        try {
            journal.close(forget || !isDirty());
        } finally {
            saving.unlock();
        }
    }

    @Override
    public void addListener(ProjectListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ProjectListener listener) {
        listeners.remove(listener);
    }

    /** One state with its history. */
    record State(Project project, long revision, History undo, History redo) {
    }

    /** What is saved, and where; without a project nothing of what is here was ever saved. */
    record Saved(Optional<Project> project, Optional<Path> file, Version version) {
    }
}
