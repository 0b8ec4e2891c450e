package org.reelbench.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.RecoveryOutcome;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Excerpt;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;

/** What the window shows and how it changes; threads, jobs and services come from outside. */
final class EditorState implements Editor {

    /** Where the work of the editor is done. */
    interface Work {

        /** Runs something on the UI thread, in the order asked for. */
        void onUi(Runnable action);

        /** Runs a job that people see by its name. */
        void inJob(String name, Runnable action);

        /** Runs a job that people see by its name, with how far it is, and may cancel. */
        void inJob(String name, int steps, Consumer<FileImport.Steps> action);

        /** Throws on the UI thread: the work that follows is not for it. */
        void threadRule(String what);

        /** Keeps a failure where people can read it later. */
        void log(String text, Exception cause);
    }

    /** Opens projects, off the UI thread. */
    interface Opening {

        OpenProject open(Path file) throws IOException;

        /** Opens a project that was never saved, if there is one and it is wanted. */
        Optional<OpenProject> openUnsaved() throws IOException;

        /** Makes a project and saves it. */
        OpenProject create(Project project, Path file) throws IOException;

        /** Returns what finds out about files: what identifies them and, where that is wanted, what they are. */
        FileImport.Look looking(boolean needsInfo);
    }

    private final Work work;
    private final Announcer announcer;
    private final Trials trials;
    private final EditQueue edits;
    private final Attention attention;
    private final ProjectFiles files;
    private final MediaPlacing placing;
    private final ProjectListener follower = new ProjectListener() {
        @Override
        public void changed(Change change) {
            follow(change);
        }

        @Override
        public void saved(Path file) {
            announcer.announce(EditorListener::savedStateChanged);
        }

        @Override
        public void journalChanged(Optional<String> problem) {
            tell(problem.map(EditQueue::sentence).orElse("Changes are secured against a crash again"), problem.isPresent());
        }
    };
    private final AtomicReference<@Nullable OpenProject> current = new AtomicReference<>();

    EditorState(Work work, Executor edits, Opening opening) {
        this.work = work;
        announcer = new Announcer(work::onUi);
        trials = new Trials(edits, announcer);
        this.edits = new EditQueue(edits, work, announcer, trials);
        attention = new Attention(announcer, current::get);
        files = new ProjectFiles(work, opening, this.edits, announcer, current::get, this::show);
        placing = new MediaPlacing(work, opening, this.edits, announcer, current::get);
    }

    @Override
    public Optional<OpenProject> project() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public CompletionStage<Boolean> open(Path file) {
        return files.open(file);
    }

    @Override
    public CompletionStage<Boolean> recoverUnsaved() {
        return files.recoverUnsaved();
    }

    @Override
    public CompletionStage<Boolean> create(Project project, Path file) {
        return files.create(project, file);
    }

    @Override
    public CompletionStage<Boolean> forgetChanges() {
        return files.forgetChanges();
    }

    /** Frees the project that is open for others; what was not saved is offered when it is opened again. */
    void close() {
        files.close();
    }

    @Override
    public CompletionStage<Boolean> save() {
        return files.save();
    }

    @Override
    public CompletionStage<Boolean> saveAs(Path file) {
        return files.saveAs(file);
    }

    private synchronized void show(OpenProject project) throws IOException {
        OpenProject before = current.get();
        if (before != null) {
            work.threadRule("closing a project");
            before.session().removeListener(follower);
            before.session().closeAndForget();
        }
        current.set(project);
        trials.forget();
        attention.turnToProject();
        project.session().addListener(follower);
        announcer.announce(listener -> listener.projectChanged(Optional.of(project)));
        project.session().recovery().ifPresent(this::tell);
        attention.announce();
    }

    @Override
    public void openSequence(Id sequence) {
        OpenProject project = current.get();
        if (project == null || project.session().project().sequence(sequence).isEmpty()) {
            tell("The sequence is not there", true);
        } else if (!project.sequence().id().equals(sequence)) {
            show(project, SequencePath.opened(project, sequence));
        }
    }

    /** Shows another sequence of the project, unless another project has been opened meanwhile. */
    private void show(OpenProject before, OpenProject now) {
        if (current.compareAndSet(before, now)) {
            trials.forget();
            attention.turnTo(shownId(before), now.sequence());
            announcer.announce(listener -> listener.sequenceOpened(now));
            attention.announce();
        }
    }

    private static Id shownId(OpenProject project) {
        return project.path().isEmpty() ? project.session().project().mainSequenceId() : project.path().getLast();
    }

    private void tell(RecoveryOutcome outcome) {
        String kept = outcome.kept().map(folder -> "; what was not used is kept in " + folder).orElse("");
        String problem = outcome.found().problem().map(reason -> " (" + reason + ")").orElse("");
        int changes = outcome.found().changes();
        tell(outcome.isRecovered()
                ? "Recovered " + (changes == 1 ? "one change that was" : changes + " changes that were") + " not saved" + problem
                        + kept
                : "Changes that were not saved were found and not used" + problem + kept, !outcome.isRecovered());
    }

    private void follow(Change change) {
        trials.forget();
        OpenProject shown = current.get();
        if (shown == null) {
            return;
        }
        OpenProject kept = SequencePath.present(shown, change.after());
        if (kept.equals(shown)) {
            announcer.announce(
                    listener -> listener.sequenceChanged(shown.sequence(change.before()), shown.sequence(change.after())));
        } else {
            show(shown, kept);
        }
        announcer.announce(EditorListener::savedStateChanged);
        attention.keepToWhatIsThere();
    }

    @Override
    public void execute(EditCommand command) {
        edits.add(current.get(), (project, session) -> session.execute(project.meant(command)), Change::label);
    }

    @Override
    public void executeNext(LongFunction<EditCommand> decide) {
        edits.add(current.get(), (project, session) -> session.execute(project.meant(decide.apply(session.revision()))),
                Change::label);
    }

    @Override
    public void tryOut(LongFunction<EditCommand> decide) {
        OpenProject project = current.get();
        if (project != null) {
            trials.tryOut(project, decide);
        }
    }

    @Override
    public void endTrial() {
        OpenProject project = current.get();
        if (project != null) {
            trials.end(project);
        }
    }

    @Override
    public Optional<Sequence> tried() {
        return trials.shown();
    }

    @Override
    public void undo() {
        edits.add(current.get(), (_, session) -> session.undo(), change -> "Undone: " + change.label());
    }

    @Override
    public void redo() {
        edits.add(current.get(), (_, session) -> session.redo(), change -> "Done again: " + change.label());
    }

    @Override
    public long playheadFrame() {
        return attention.playheadFrame();
    }

    @Override
    public void setPlayhead(long frame) {
        attention.setPlayhead(frame);
    }

    @Override
    public Set<Id> selection() {
        return attention.selection();
    }

    @Override
    public void select(Set<Id> clips) {
        attention.select(clips);
    }

    @Override
    public Optional<Id> chosenTrack() {
        return attention.chosenTrack();
    }

    @Override
    public void chooseTrack(Optional<Id> track) {
        attention.chooseTrack(track);
    }

    @Override
    public void put(List<Id> media, Optional<Id> track, long frame, Landing landing) {
        placing.put(project -> Shots.of(project, media), track, frame, landing);
    }

    @Override
    public void put(Excerpt excerpt, long frame, Landing landing) {
        placing.put(project -> Shots.of(project, excerpt), attention.chosenTrack(), frame, landing);
    }

    @Override
    public void add(List<Path> files) {
        placing.add(files, Optional.empty());
    }

    @Override
    public void add(List<Path> files, Optional<Id> track, long frame, Landing landing) {
        placing.add(files, Optional.of(new FileImport.Place(track, frame, landing)));
    }

    @Override
    public void tell(String text, boolean isProblem) {
        announcer.told(text, isProblem);
    }

    @Override
    public void addListener(EditorListener listener) {
        announcer.add(listener);
    }

    @Override
    public void removeListener(EditorListener listener) {
        announcer.remove(listener);
    }
}
