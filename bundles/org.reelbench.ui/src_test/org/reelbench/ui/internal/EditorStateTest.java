package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;

/** What the editor does on which thread, and what it tells to whom. */
class EditorStateTest {

    private static final Path FILE = Path.of("film.reel").toAbsolutePath();
    private static final Path OTHER = Path.of("other.reel").toAbsolutePath();

    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final Deque<Runnable> edits = new ArrayDeque<>();
    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final List<String> ruled = new ArrayList<>();
    private final Map<Path, FakeSession> sessions = new HashMap<>();
    /** After how many files an import is cancelled; 0 for never. */
    private int cancelledAt;
    private Optional<ProjectSession> unsaved = Optional.empty();
    private Optional<String> unsavedFailure = Optional.empty();
    private final EditorState editor = new EditorState(new FakeWork(), edits::add, new FakeOpening());

    EditorStateTest() {
        sessions.put(FILE, new FakeSession(
                Films.project(Films.video("v1", Films.clip("c1", 50), Films.clip("c2", 50)), Films.audio("a1")), FILE));
        sessions.put(OTHER, new FakeSession(Films.project(Films.video("v1")), OTHER));
        editor.addListener(new Notes());
    }

    private FakeSession open() {
        CompletionStage<Boolean> done = editor.open(FILE);
        run();
        assertTrue(done.toCompletableFuture().join());
        told.clear();
        return sessions.get(FILE);
    }

    /** Lets all threads do what they have to, until nothing is left. */
    private void run() {
        while (!jobs.isEmpty() || !edits.isEmpty() || !ui.isEmpty()) {
            for (Deque<Runnable> thread : List.of(jobs, edits, ui)) {
                if (!thread.isEmpty()) {
                    thread.poll().run();
                }
            }
        }
    }

    @Test
    void openingReadsInAJobAndTellsOnTheUiThread() {
        CompletionStage<Boolean> done = editor.open(FILE);
        assertEquals(Optional.empty(), editor.project());
        jobs.poll().run();
        assertEquals(List.of("work with project files"), ruled);
        assertSame(sessions.get(FILE), editor.project().orElseThrow().session());
        assertEquals(List.of(), told, "nobody is told on the thread of the job");
        run();
        assertTrue(done.toCompletableFuture().join());
        assertEquals(List.of("project Film", "selection []", "track none", "playhead 0"), told);
    }

    @Test
    void aProjectThatCannotBeOpenedLeavesTheOneThatIs() {
        FakeSession session = open();
        CompletionStage<Boolean> done = editor.open(Path.of("missing.reel"));
        run();
        assertFalse(done.toCompletableFuture().join());
        assertEquals(List.of("problem: Not opened: missing.reel is not there"), told);
        assertEquals(List.of("Not opened: missing.reel is not there"), logged);
        assertSame(session, editor.project().orElseThrow().session());
        assertEquals(List.of(), session.calls);
        assertEquals(1, session.listeners.size());
    }

    @Test
    void openingAnotherProjectClosesTheOneBefore() {
        FakeSession before = open();
        editor.select(Set.of(new Id("c1")));
        editor.chooseTrack(Optional.of(new Id("v1")));
        editor.setPlayhead(10);
        editor.open(OTHER);
        run();
        assertEquals(List.of("closeAndForget"), before.calls);
        assertEquals(List.of(), before.listeners);
        assertEquals(Set.of(), editor.selection());
        assertEquals(Optional.empty(), editor.chosenTrack());
        assertEquals(0, editor.playheadFrame());
    }

    @Test
    void theSameProjectIsClosedBeforeItIsOpenedAgain() {
        FakeSession session = open();
        editor.open(Path.of("film.reel"));
        jobs.poll().run();
        assertEquals("closeAndForget", session.calls.getFirst());
    }

    @Test
    void aNewProjectIsShown() {
        CompletionStage<Boolean> done = editor.create(Films.project(Films.video("v1")).withName("New"), FILE);
        run();
        assertTrue(done.toCompletableFuture().join());
        assertEquals("project New", told.getFirst());
    }

    @Test
    void aProjectThatWasNeverSavedIsShownIfThereIsOne() {
        CompletionStage<Boolean> none = editor.recoverUnsaved();
        run();
        assertFalse(none.toCompletableFuture().join());
        assertEquals(Optional.empty(), editor.project());
        assertEquals(List.of(), told);
        unsaved = Optional.of(new FakeSession(Films.project(Films.video("v1")).withName("Found"), null));
        CompletionStage<Boolean> found = editor.recoverUnsaved();
        run();
        assertTrue(found.toCompletableFuture().join());
        assertEquals("project Found", told.getFirst());
        assertEquals(List.of("work with project files", "work with project files"), ruled);
    }

    @Test
    void whatCannotBeRecoveredIsTold() {
        unsavedFailure = Optional.of("the folder cannot be read");
        CompletionStage<Boolean> done = editor.recoverUnsaved();
        run();
        assertFalse(done.toCompletableFuture().join());
        assertEquals(List.of("problem: Not recovered: the folder cannot be read"), told);
    }

    @Test
    void editsAreMadeInOrderEachOnTheRevisionOfItsTurn() {
        FakeSession session = open();
        for (String track : List.of("v1", "a1")) {
            editor.executeNext(revision -> EditCommand.of(EditCommands.HIDE_TRACK, revision).with("track", track));
        }
        assertEquals(List.of(), session.executed, "nothing happens on the thread that asks");
        run();
        assertEquals(List.of("v1 0", "a1 1"),
                session.executed.stream().map(edit -> edit.parameters().get("track") + " " + edit.revision()).toList());
        assertEquals(2, told.stream().filter("note: hideTrack done"::equals).count());
        assertEquals(2, told.stream().filter("changed"::equals).count());
    }

    @Test
    void aRefusalIsToldAsASentenceAndNotLogged() {
        FakeSession session = open();
        session.refused = Set.of(EditCommands.SPLIT);
        editor.execute(EditCommand.of(EditCommands.SPLIT, 0));
        run();
        assertEquals(List.of("problem: 'split' is refused here"), told);
        editor.undo();
        editor.redo();
        run();
        assertEquals(List.of("problem: There is nothing to undo", "problem: There is nothing to do again"),
                told.subList(1, told.size()));
        assertEquals(List.of(), logged);
    }

    @Test
    void anEditThatFailsIsLoggedAndTheNextOneIsMade() {
        FakeSession session = open();
        session.effect = (_, _) -> {
            throw new IllegalStateException("broken");
        };
        editor.execute(EditCommand.of(EditCommands.SPLIT, 0));
        run();
        assertEquals(List.of("problem: The edit failed: broken"), told);
        assertEquals(List.of("An edit failed"), logged);
    }

    @Test
    void whatIsUndoneIsNamed() {
        open();
        editor.execute(EditCommand.of(EditCommands.SPLIT, 0));
        editor.undo();
        run();
        assertTrue(told.contains("note: Undone: split done"), told::toString);
    }

    @Test
    void thePlayheadStaysInTheSequenceAndQuickMovesAreToldAsOne() {
        open();
        editor.setPlayhead(-5);
        editor.setPlayhead(40);
        editor.setPlayhead(1000);
        assertEquals(100, editor.playheadFrame());
        run();
        assertEquals(List.of("playhead 100"), told);
        editor.setPlayhead(100);
        run();
        assertEquals(List.of("playhead 100"), told, "it did not move");
    }

    @Test
    void whatAnEditTakesAwayIsNeitherSelectedNorChosenAndThePlayheadComesBack() {
        FakeSession session = open();
        editor.select(Set.of(new Id("c1"), new Id("c2"), new Id("nobody")));
        assertEquals(Set.of(new Id("c1"), new Id("c2")), editor.selection());
        editor.chooseTrack(Optional.of(new Id("a1")));
        editor.setPlayhead(80);
        run();
        told.clear();
        session.effect = (_, _) -> Films.project(Films.video("v1", Films.clip("c1", 50)));
        editor.execute(EditCommand.of(EditCommands.DELETE, 0));
        run();
        assertEquals(Set.of(new Id("c1")), editor.selection());
        assertEquals(Optional.empty(), editor.chosenTrack());
        assertEquals(50, editor.playheadFrame());
        assertTrue(told.containsAll(List.of("selection [c1]", "track none", "playhead 50")), told::toString);
    }

    @Test
    void theSameSelectionIsNotToldAgain() {
        open();
        editor.select(Set.of(new Id("c1")));
        editor.select(Set.of(new Id("c1")));
        editor.chooseTrack(Optional.of(new Id("v1")));
        editor.chooseTrack(Optional.of(new Id("v1")));
        editor.chooseTrack(Optional.of(new Id("nobody")));
        run();
        assertEquals(List.of("selection [c1]", "track v1", "track none"), told);
    }

    @Test
    void savingComesBehindTheEditsAskedFor() {
        FakeSession session = open();
        editor.execute(EditCommand.of(EditCommands.SPLIT, 0));
        CompletionStage<Boolean> done = editor.save();
        assertTrue(jobs.isEmpty(), "it waits for its turn");
        run();
        assertTrue(done.toCompletableFuture().join());
        assertEquals(List.of("save"), session.calls);
        assertEquals(1, session.executed.size());
        assertEquals("note: Saved film.reel", told.getLast());
    }

    @Test
    void whatCannotBeSavedIsTold() {
        CompletionStage<Boolean> nothing = editor.save();
        run();
        assertFalse(nothing.toCompletableFuture().join());
        assertEquals(List.of("problem: There is no project to save"), told);
        FakeSession session = open();
        session.failure = new IOException("the disk is full; free some space");
        CompletionStage<Boolean> done = editor.saveAs(OTHER);
        run();
        assertFalse(done.toCompletableFuture().join());
        assertEquals(List.of("problem: Not saved: the disk is full; free some space"), told);
        assertEquals(1, logged.size());
    }

    @Test
    void changesAreForgottenBehindTheEditsAskedFor() {
        assertTrue(editor.forgetChanges().toCompletableFuture().join(), "there is nothing to forget");
        FakeSession session = open();
        editor.execute(EditCommand.of(EditCommands.SPLIT, 0));
        CompletionStage<Boolean> done = editor.forgetChanges();
        run();
        assertTrue(done.toCompletableFuture().join());
        assertEquals(List.of("closeAndForget"), session.calls);
        assertEquals(1, session.executed.size());
    }

    @Test
    void theEndClosesTheSessionAndKeepsWhatWasNotSaved() {
        editor.close();
        FakeSession session = open();
        editor.close();
        assertEquals(List.of("close"), session.calls);
        session.failure = new IOException("gone");
        editor.close();
        assertEquals(List.of("The project was not closed properly"), logged);
    }

    @Test
    void withoutAProjectEditsAreAskedToWaitForOne() {
        editor.undo();
        editor.put(List.of(new Id("m1")), Optional.empty(), 0, Landing.FREE);
        run();
        assertEquals(List.of("problem: Open a project first", "problem: Open a project first"), told);
    }

    @Test
    void aMediumThatIsMissingIsNotPut() {
        FakeSession session = open();
        ruled.clear();
        editor.put(List.of(new Id("m1")), Optional.empty(), 0, Landing.FREE);
        run();
        assertEquals(List.of("looking into media"), ruled);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("problem: Not placed: "), told::toString);
        assertEquals(List.of(), session.executed);
    }

    @Test
    void aListenerThatThrowsHarmsNobodyAndOneThatWasRemovedHearsNothing() {
        List<Long> heard = new ArrayList<>();
        EditorListener last = new EditorListener() {
            @Override
            public void playheadMoved(long frame) {
                heard.add(frame);
            }
        };
        EditorListener removes = new EditorListener() {
            @Override
            public void playheadMoved(long frame) {
                if (frame == 20) {
                    editor.removeListener(last);
                }
                throw new IllegalStateException("a listener is broken");
            }
        };
        open();
        editor.addListener(removes);
        editor.addListener(last);
        editor.addListener(last);
        editor.setPlayhead(10);
        run();
        editor.setPlayhead(20);
        run();
        assertEquals(List.of(10L), heard);
    }

    private final class FakeWork implements EditorState.Work {

        @Override
        public void onUi(Runnable action) {
            ui.add(action);
        }

        @Override
        public void inJob(String name, Runnable action) {
            jobs.add(action);
        }

        @Override
        public void inJob(String name, int steps, Consumer<FileImport.Steps> action) {
            jobs.add(() -> action.accept(new CountedSteps(cancelledAt)));
        }

        @Override
        public void threadRule(String what) {
            ruled.add(what);
        }

        @Override
        public void log(String text, Exception cause) {
            logged.add(text);
        }
    }

    private final class FakeOpening implements EditorState.Opening {

        @Override
        public OpenProject open(Path file) throws IOException {
            FakeSession session = sessions.get(file.toAbsolutePath());
            if (session == null) {
                throw new IOException(file + " is not there");
            }
            return new OpenProject(session, catalog());
        }

        @Override
        public Optional<OpenProject> openUnsaved() throws IOException {
            if (unsavedFailure.isPresent()) {
                throw new IOException(unsavedFailure.get());
            }
            return unsaved.map(session -> new OpenProject(session, catalog()));
        }

        @Override
        public OpenProject create(Project project, Path file) {
            return new OpenProject(new FakeSession(project, file), catalog());
        }

        @Override
        public FileImport.Look looking(boolean needsInfo) {
            return (file, _) -> {
                if (file.toString().contains("broken")) {
                    throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(), "it is broken");
                }
                return new FileImport.Found(file, "f" + file.getFileName(),
                        needsInfo ? Optional.of(Films.media(Films.still())) : Optional.empty());
            };
        }

        private MediaCatalog catalog() {
            return media -> {
                throw new MediaException(MediaException.Reason.MISSING, media.value(), "the file is not there");
            };
        }
    }

    @Test
    void filesAreLookedIntoInAJobAndAddedInOneEditBehindWhatWasEditedMeanwhile() {
        FakeSession session = open();
        ruled.clear();
        editor.add(List.of(Path.of("/a.mp4"), Path.of("/broken.mp4")));
        editor.execute(EditCommand.of("first", 0));
        run();
        assertEquals(List.of("looking into media"), ruled);
        assertEquals(List.of("first", EditCommands.ADD_MEDIA), session.executed.stream().map(EditCommand::name).toList());
        assertEquals("problem: Not added: /broken.mp4: it is broken", told.getLast());
    }

    @Test
    void aCancelledImportAddsNothing() {
        FakeSession session = open();
        cancelledAt = 2;
        editor.add(List.of(Path.of("/a.mp4"), Path.of("/b.mp4"), Path.of("/c.mp4")), Optional.empty(), 0, Landing.INSERT);
        run();
        assertEquals(List.of(), session.executed);
        assertEquals("note: Nothing was added", told.getLast());
    }

    private final class Notes implements EditorListener {

        @Override
        public void projectChanged(Optional<OpenProject> project) {
            told.add("project " + project.map(open -> open.session().project().name()).orElse("none"));
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            told.add("changed");
        }

        @Override
        public void playheadMoved(long frame) {
            told.add("playhead " + frame);
        }

        @Override
        public void selectionChanged(Set<Id> clips) {
            told.add("selection " + clips.stream().map(Id::value).sorted().toList());
        }

        @Override
        public void trackChosen(Optional<Id> track) {
            told.add("track " + track.map(Id::value).orElse("none"));
        }

        @Override
        public void told(String text, boolean isProblem) {
            told.add((isProblem ? "problem: " : "note: ") + text);
        }
    }
}
