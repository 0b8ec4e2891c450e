package org.reelbench.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.RecoveryOutcome;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;

/** A session that notes what is asked of it. */
final class FakeSession implements ProjectSession {

    final List<EditCommand> executed = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final List<ProjectListener> listeners = new ArrayList<>();
    /** Commands that are refused. */
    Set<String> refused = Set.of();
    /** What commands do. */
    BiFunction<Project, EditCommand, Project> effect = (before, _) -> before.withName(before.name() + "+");
    @Nullable
    IOException failure;
    private final Deque<Change> done = new ArrayDeque<>();
    private final @Nullable Path file;
    private Project project;
    private long revision;

    FakeSession(Project project, @Nullable Path file) {
        this.project = project;
        this.file = file;
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public Change execute(EditCommand command) throws EditRefused {
        if (refused.contains(command.name())) {
            throw new EditRefused("'" + command.name() + "' is refused here");
        }
        executed.add(command);
        Change change = change(Change.Kind.EDIT, command, effect.apply(project, command));
        done.push(change);
        return change;
    }

    @Override
    public Change undo() throws EditRefused {
        if (done.isEmpty()) {
            throw new EditRefused("there is nothing to undo");
        }
        Change last = done.pop();
        calls.add("undo " + last.command().name());
        return change(Change.Kind.UNDO, last.command(), last.before());
    }

    @Override
    public Change redo() throws EditRefused {
        throw new EditRefused("there is nothing to do again");
    }

    private Change change(Change.Kind kind, EditCommand command, Project after) {
        Change change = new Change(kind, project, after, command, command.name() + " done",
                List.of(new Id("c" + executed.size())), ++revision);
        project = after;
        List.copyOf(listeners).forEach(listener -> listener.changed(change));
        return change;
    }

    @Override
    public Optional<String> undoLabel() {
        return Optional.empty();
    }

    @Override
    public Optional<String> redoLabel() {
        return Optional.empty();
    }

    @Override
    public List<String> undoLabels(int most) {
        return List.of();
    }

    @Override
    public List<String> redoLabels(int most) {
        return List.of();
    }

    @Override
    public boolean isDirty() {
        return revision > 0;
    }

    @Override
    public void save() throws IOException {
        work("save");
    }

    @Override
    public void saveAs(Path newFile) throws IOException {
        work("saveAs " + newFile.getFileName());
    }

    private void work(String call) throws IOException {
        IOException fails = failure;
        if (fails != null) {
            throw fails;
        }
        calls.add(call);
    }

    @Override
    public void addListener(ProjectListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ProjectListener listener) {
        listeners.remove(listener);
    }

    @Override
    public long securedRevision() {
        return revision;
    }

    @Override
    public Optional<String> journalProblem() {
        return Optional.empty();
    }

    @Override
    public Optional<RecoveryOutcome> recovery() {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        work("close");
    }

    @Override
    public void closeAndForget() throws IOException {
        work("closeAndForget");
    }
}
