package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;

/** A nested sequence is opened, edited and left, and the way back is kept. */
class OpenedSequenceTest {

    private static final Id MAIN = new Id("main");
    private static final Id SCENE = new Id("scene");
    private static final Id SHOT = new Id("shot");

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final FakeSession session = new FakeSession(project(), null);
    private final EditorState editor = new EditorState(new Work(), work::add, new Opening());

    OpenedSequenceTest() {
        editor.open(Path.of("film.reel"));
        run();
        editor.addListener(new Notes());
    }

    private static Project project() {
        return Films.project(Films.video("v1", Films.clip("c1", 100))).withSequence(sequence(SCENE, "c2", 60))
                .withSequence(sequence(SHOT, "c3", 30));
    }

    private static Sequence sequence(Id id, String clip, long frames) {
        return new Sequence(id, id.value(), Films.RATE, 320, 180, 48_000, List.of(Films.video("v1", Films.clip(clip, frames))),
                Extras.NONE);
    }

    private void run() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    private String path() {
        return editor.project().orElseThrow().path().toString();
    }

    @Test
    void theWayBackIsKeptWithWhereThePlayheadWas() {
        editor.setPlayhead(80);
        editor.select(Set.of(new Id("c1")));
        run();
        told.clear();
        editor.openSequence(SCENE);
        run();
        assertEquals(List.of("opened scene", "selection []", "track Optional.empty", "playhead 0"), told);
        editor.setPlayhead(1000);
        assertEquals(60, editor.playheadFrame(), "its own end");
        editor.select(Set.of(new Id("c1"), new Id("c2")));
        assertEquals(Set.of(new Id("c2")), editor.selection());
        editor.openSequence(SHOT);
        assertEquals("[scene, shot]", path());
        editor.openSequence(SCENE);
        assertEquals("[scene]", path());
        assertEquals(60, editor.playheadFrame());
        editor.openSequence(MAIN);
        assertEquals("[]", path());
        assertEquals(80, editor.playheadFrame());
    }

    @Test
    void editsMeanTheSequenceThatIsShownUnlessTheyNameOne() throws EditRefused {
        editor.openSequence(SCENE);
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind", "video"));
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind", "video").with("sequence",
                "main"));
        editor.executeNext(revision -> EditCommands.unit("Both", List.of(
                EditCommand.of(EditCommands.RENAME_CLIP, 0).with("clip", "c2").with("name", "a"),
                EditCommand.of(EditCommands.ADD_MEDIA, 0).with("path", "/a.mp4")), revision));
        run();
        assertEquals("scene", session.executed.get(0).parameters().get("sequence"));
        assertEquals("main", session.executed.get(1).parameters().get("sequence"));
        List<EditCommand> steps = EditCommands.steps(session.executed.get(2));
        assertEquals("scene", steps.getFirst().parameters().get("sequence"));
        assertFalse(steps.getLast().parameters().containsKey("sequence"), "media are the project's");
        editor.openSequence(MAIN);
        editor.executeNext(revision -> EditCommand.of(EditCommands.ADD_TRACK, revision).with("kind", "video"));
        run();
        assertFalse(session.executed.getLast().parameters().containsKey("sequence"));
    }

    @Test
    void listenersAreToldOfTheSequenceThatIsShown() {
        editor.openSequence(SCENE);
        run();
        told.clear();
        session.effect = (before, _) -> before.withSequence(sequence(SCENE, "c2", 10));
        editor.executeNext(revision -> EditCommand.of(EditCommands.TRIM_END, revision));
        run();
        assertEquals(List.of("changed scene 60 to 10"), told);
    }

    @Test
    void whereTheSequenceGoesTheOneItWasOpenedInIsShown() {
        editor.openSequence(SCENE);
        editor.openSequence(SHOT);
        run();
        told.clear();
        UnaryOperator<Project> without = before -> new Project(before.name(), before.media(),
                before.sequences().stream().filter(each -> !each.id().equals(SHOT)).toList(), MAIN, Extras.NONE);
        session.effect = (before, _) -> without.apply(before);
        editor.executeNext(revision -> EditCommand.of(EditCommands.REMOVE_SEQUENCE, revision).with("sequence", "shot"));
        run();
        assertEquals("[scene]", path());
        assertEquals("opened scene", told.getFirst());
    }

    @Test
    void aTrialIsOfTheSequenceThatIsShown() {
        editor.openSequence(SCENE);
        editor.tryOut(revision -> EditCommand.of(EditCommands.SET_OPACITY, revision).with("clip", "c2").with("opacity", 0.5));
        run();
        assertEquals(SCENE, editor.tried().orElseThrow().id());
        assertEquals(0.5, editor.tried().orElseThrow().findClip(new Id("c2")).orElseThrow().clip().opacity());
        editor.openSequence(MAIN);
        assertEquals(Optional.empty(), editor.tried());
    }

    @Test
    void aSequenceThatIsNotThereIsNotOpened() {
        editor.openSequence(new Id("gone"));
        run();
        assertEquals("[]", path());
        assertEquals(List.of("problem: The sequence is not there"), told);
    }

    private final class Notes implements EditorListener {

        @Override
        public void sequenceOpened(OpenProject project) {
            told.add("opened " + project.sequence().id());
        }

        @Override
        public void sequenceChanged(Sequence before, Sequence after) {
            told.add("changed " + after.id() + " " + before.durationFrames() + " to " + after.durationFrames());
        }

        @Override
        public void selectionChanged(Set<Id> clips) {
            told.add("selection " + clips);
        }

        @Override
        public void trackChosen(Optional<Id> track) {
            told.add("track " + track);
        }

        @Override
        public void playheadMoved(long frame) {
            told.add("playhead " + frame);
        }

        @Override
        public void told(String text, boolean isProblem) {
            if (isProblem) {
                told.add("problem: " + text);
            }
        }
    }

    private final class Work implements EditorState.Work {

        @Override
        public void inJob(String name, int steps, Consumer<FileImport.Steps> action) {
            throw new UnsupportedOperationException("no files are added here");
        }

        @Override
        public void onUi(Runnable action) {
            work.add(action);
        }

        @Override
        public void inJob(String name, Runnable action) {
            work.add(action);
        }

        @Override
        public void threadRule(String what) {
            // all is done on one thread here
        }

        @Override
        public void log(String text, Exception cause) {
            throw new AssertionError(text, cause);
        }
    }

    private final class Opening implements EditorState.Opening {

        @Override
        public FileImport.Look looking(boolean needsInfo) {
            throw new UnsupportedOperationException("no files are added here");
        }

        @Override
        public OpenProject open(Path file) {
            return new OpenProject(session, _ -> {
                throw new AssertionError("media are not looked into");
            });
        }

        @Override
        public Optional<OpenProject> openUnsaved() {
            return Optional.empty();
        }

        @Override
        public OpenProject create(Project project, Path file) throws IOException {
            throw new IOException("nothing is made here");
        }
    }
}
