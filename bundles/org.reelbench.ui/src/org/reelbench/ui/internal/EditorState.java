package org.reelbench.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectListener;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.RecoveryOutcome;
import org.reelbench.timeline.EditRefused;
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

    /** Saves a session, off the UI thread. */
    @FunctionalInterface
    private interface Saving {

        void save(ProjectSession session) throws IOException;
    }

    /** An edit, an undo or a redo. */
    @FunctionalInterface
    private interface Edit {

        Change make(OpenProject project, ProjectSession session) throws EditRefused;
    }

    private final Work work;
    private final Executor edits;
    private final Opening opening;
    private final Announcer announcer;
    private final Trials trials;
    private final AtomicBoolean moveIsPending = new AtomicBoolean();
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
            tell(problem.map(EditorState::sentence).orElse("Changes are secured against a crash again"), problem.isPresent());
        }
    };
    private final AtomicReference<@Nullable OpenProject> current = new AtomicReference<>();
    private final Map<Id, Long> leftAt = new ConcurrentHashMap<>();
    private volatile long playheadFrame;
    private volatile Set<Id> selection = Set.of();
    private volatile Optional<Id> chosenTrack = Optional.empty();

    EditorState(Work work, Executor edits, Opening opening) {
        this.work = work;
        this.edits = edits;
        this.opening = opening;
        this.announcer = new Announcer(work::onUi);
        this.trials = new Trials(edits, announcer);
    }

    @Override
    public Optional<OpenProject> project() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public CompletionStage<Boolean> open(Path file) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        work.inJob("Opening " + file.getFileName(), () -> end(done, () -> {
            // A project is open once at a time, here too.
            OpenProject before = current.get();
            if (before != null && before.session().file().filter(file.toAbsolutePath().normalize()::equals).isPresent()) {
                before.session().closeAndForget();
            }
            show(opening.open(file));
            return true;
        }, "Not opened"));
        return done;
    }

    @Override
    public CompletionStage<Boolean> recoverUnsaved() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        work.inJob("Looking for projects that were never saved", () -> end(done, () -> {
            Optional<OpenProject> unsaved = opening.openUnsaved();
            if (unsaved.isPresent()) {
                show(unsaved.get());
            }
            return unsaved.isPresent();
        }, "Not recovered"));
        return done;
    }

    @Override
    public CompletionStage<Boolean> create(Project project, Path file) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        work.inJob("Making " + file.getFileName(), () -> end(done, () -> {
            show(opening.create(project, file));
            return true;
        }, "Not made"));
        return done;
    }

    @Override
    public CompletionStage<Boolean> forgetChanges() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        OpenProject project = current.get();
        if (project == null) {
            done.complete(true);
            return done;
        }
        edits.execute(() -> work.inJob("Closing", () -> end(done, () -> {
            project.session().closeAndForget();
            return true;
        }, "Not closed")));
        return done;
    }

    /** Frees the project that is open for others; what was not saved is offered when it is opened again. */
    void close() {
        work.threadRule("closing a project");
        OpenProject project = current.get();
        if (project != null) {
            try {
                project.session().close();
            } catch (IOException e) {
                work.log("The project was not closed properly", e);
            }
        }
    }

    @Override
    public CompletionStage<Boolean> save() {
        return saveBy(ProjectSession::save);
    }

    @Override
    public CompletionStage<Boolean> saveAs(Path file) {
        return saveBy(session -> session.saveAs(file));
    }

    private CompletionStage<Boolean> saveBy(Saving saving) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        OpenProject project = current.get();
        if (project == null) {
            tell("There is no project to save", true);
            done.complete(false);
            return done;
        }
        // Behind the edits already asked for: what people see is what is saved.
        edits.execute(() -> work.inJob("Saving", () -> end(done, () -> {
            saving.save(project.session());
            project.session().file().ifPresent(file -> tell("Saved " + file.getFileName(), false));
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
        } catch (IOException | RuntimeException e) {
            String text = failure + ": " + e.getMessage();
            work.log(text, e);
            tell(text, true);
        } finally {
            done.complete(isDone);
        }
    }

    private synchronized void show(OpenProject project) throws IOException {
        OpenProject before = current.get();
        if (before != null) {
            before.session().removeListener(follower);
            before.session().closeAndForget();
        }
        current.set(project);
        leftAt.clear();
        trials.forget();
        playheadFrame = 0;
        selection = Set.of();
        chosenTrack = Optional.empty();
        project.session().addListener(follower);
        announcer.announce(listener -> listener.projectChanged(Optional.of(project)));
        project.session().recovery().ifPresent(this::tell);
        announcer.announce(listener -> listener.selectionChanged(Set.of()));
        announcer.announce(listener -> listener.trackChosen(Optional.empty()));
        announcer.announce(listener -> listener.playheadMoved(0));
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
            leftAt.put(shownId(before), playheadFrame);
            Sequence shown = now.sequence();
            trials.forget();
            long frame = Math.clamp(leftAt.getOrDefault(shown.id(), 0L), 0, shown.durationFrames());
            playheadFrame = frame;
            selection = Set.of();
            chosenTrack = Optional.empty();
            announcer.announce(listener -> listener.sequenceOpened(now));
            announcer.announce(listener -> listener.selectionChanged(Set.of()));
            announcer.announce(listener -> listener.trackChosen(Optional.empty()));
            announcer.announce(listener -> listener.playheadMoved(frame));
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
        setPlayhead(playheadFrame);
        select(selection);
        chooseTrack(chosenTrack);
    }

    @Override
    public void execute(EditCommand command) {
        edit((project, session) -> session.execute(project.meant(command)));
    }

    @Override
    public void executeNext(LongFunction<EditCommand> decide) {
        edit((project, session) -> session.execute(project.meant(decide.apply(session.revision()))));
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
        edit((_, session) -> session.undo(), change -> "Undone: " + change.label());
    }

    @Override
    public void redo() {
        edit((_, session) -> session.redo(), change -> "Done again: " + change.label());
    }

    private void edit(Edit edit) {
        edit(edit, Change::label);
    }

    private void edit(Edit edit, Function<Change, String> label) {
        OpenProject project = current.get();
        if (project == null) {
            tell("Open a project first", true);
        } else {
            edit(project, edit, label);
        }
    }

    private void edit(OpenProject project, Edit edit, Function<Change, String> label) {
        edits.execute(() -> {
            try {
                tell(label.apply(edit.make(project, project.session())), false);
            } catch (EditRefused e) {
                tell(sentence(e.getMessage()), true);
            } catch (RuntimeException e) {
                work.log("An edit failed", e);
                tell("The edit failed: " + e.getMessage(), true);
            } finally {
                // An edit that changed nothing ends the trial, too.
                trials.drop(project);
            }
        });
    }

    private static String sentence(@Nullable String message) {
        return message == null || message.isEmpty() ? "Refused" : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    @Override
    public long playheadFrame() {
        return playheadFrame;
    }

    @Override
    public void setPlayhead(long frame) {
        OpenProject project = current.get();
        long end = project == null ? 0 : project.sequence().durationFrames();
        long wanted = Math.clamp(frame, 0, end);
        if (wanted == playheadFrame) {
            return;
        }
        playheadFrame = wanted;
        if (moveIsPending.compareAndSet(false, true)) {
            announcer.announceOnce(() -> {
                moveIsPending.set(false);
                long now = playheadFrame;
                return listener -> listener.playheadMoved(now);
            });
        }
    }

    @Override
    public Set<Id> selection() {
        return selection;
    }

    @Override
    public void select(Set<Id> clips) {
        OpenProject project = current.get();
        Set<Id> wanted = project == null || clips.isEmpty() ? Set.of() : present(project.sequence(), clips);
        if (!wanted.equals(selection)) {
            selection = wanted;
            announcer.announce(listener -> listener.selectionChanged(wanted));
        }
    }

    private static Set<Id> present(Sequence sequence, Set<Id> clips) {
        return clips.stream().filter(clip -> sequence.findClip(clip).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Id> chosenTrack() {
        return chosenTrack;
    }

    @Override
    public void chooseTrack(Optional<Id> track) {
        OpenProject project = current.get();
        Optional<Id> wanted = project == null
                ? Optional.empty()
                : track.filter(id -> project.sequence().findTrack(id).isPresent());
        if (!wanted.equals(chosenTrack)) {
            chosenTrack = wanted;
            announcer.announce(listener -> listener.trackChosen(wanted));
        }
    }

    @Override
    public void put(List<Id> media, Optional<Id> track, long frame, Landing landing) {
        put(project -> Shots.of(project, media), track, frame, landing);
    }

    @Override
    public void put(Excerpt excerpt, long frame, Landing landing) {
        put(project -> Shots.of(project, excerpt), chosenTrack, frame, landing);
    }

    /** Looks into media. */
    @FunctionalInterface
    private interface Looking {

        Shots into(OpenProject project) throws MediaException;
    }

    private void put(Looking looking, Optional<Id> track, long frame, Landing landing) {
        OpenProject project = current.get();
        if (project == null) {
            tell("Open a project first", true);
            return;
        }
        work.inJob("Looking into media", () -> {
            work.threadRule("looking into media");
            try {
                Shots shots = looking.into(project);
                edit(project, (meant, session) -> session.execute(shots.command(meant, track, frame, landing)), Change::label);
            } catch (MediaException e) {
                tell("Not placed: " + e.getMessage(), true);
            }
        });
    }

    @Override
    public void add(List<Path> files) {
        add(files, Optional.empty());
    }

    @Override
    public void add(List<Path> files, Optional<Id> track, long frame, Landing landing) {
        add(files, Optional.of(new FileImport.Place(track, frame, landing)));
    }

    private void add(List<Path> files, Optional<FileImport.Place> place) {
        OpenProject project = current.get();
        if (project == null) {
            tell("Open a project first", true);
            return;
        }
        String name = files.size() == 1 ? "Adding " + files.getFirst().getFileName() : "Adding " + files.size() + " media";
        work.inJob(name, files.size(), steps -> {
            work.threadRule("looking into media");
            try {
                FileImport found = FileImport.of(files, opening.looking(place.isPresent()), steps);
                if (!found.files().isEmpty()) {
                    edit(project, (meant, session) -> session.execute(found.command(session, meant.draft(), place)),
                            Change::label);
                }
                // Behind the edit, whose name would take its place.
                found.complaint().ifPresent(text -> edits.execute(() -> tell(text, true)));
            } catch (CancelledException e) {
                tell("Nothing was added", false);
            }
        });
    }

    @Override
    public void tell(String text, boolean isProblem) {
        announcer.announce(listener -> listener.told(text, isProblem));
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
