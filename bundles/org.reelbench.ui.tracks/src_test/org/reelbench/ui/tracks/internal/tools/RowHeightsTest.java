package org.reelbench.ui.tracks.internal.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Tracks;

/** Rows stay as high as people made them, each sequence's for itself. */
class RowHeightsTest {

    private static final Id V1 = new Id("v1");

    private final RowHeights heights = new RowHeights();

    private static OpenProject project(Optional<Path> file, Id... path) {
        Sequence main = Tracks.sequence(Tracks.video("v1"));
        Sequence inner = new Sequence(new Id("inner"), "Inner", main.rate(), 64, 36, 48_000, main.tracks(), Extras.NONE);
        Project film = Project.of("film", main).withSequence(inner);
        ProjectSession session = (ProjectSession) Proxy.newProxyInstance(RowHeightsTest.class.getClassLoader(),
                new Class<?>[] { ProjectSession.class }, (_, method, _) -> method.getName().equals("file") ? file : film);
        return new OpenProject(session, _ -> {
            throw new AssertionError("media are not looked into");
        }, List.of(path));
    }

    private static Optional<Path> file(String name) {
        return Optional.of(Path.of(name));
    }

    private RowHeights restarted() {
        XMLMemento state = XMLMemento.createWriteRoot("view");
        heights.save(state);
        RowHeights other = new RowHeights();
        other.restore(state);
        return other;
    }

    @Test
    void eachSequenceHasItsOwnAndTheyOutliveTheWindow() {
        heights.turnTo(project(file("a.reel")));
        heights.set(V1, 100);
        heights.turnTo(project(file("a.reel"), new Id("inner")));
        assertEquals(Map.of(), heights.heights());
        heights.set(V1, 70);
        heights.turnTo(project(file("b.reel")));
        assertEquals(Map.of(), heights.heights());
        RowHeights later = restarted();
        assertEquals(Map.of(), later.heights());
        later.turnTo(project(file("a.reel")));
        assertEquals(Map.of(V1, 100), later.heights());
        later.turnTo(project(file("a.reel"), new Id("inner")));
        assertEquals(Map.of(V1, 70), later.heights());
    }

    @Test
    void theyStayWithinWhatCanBeUsed() {
        heights.turnTo(project(file("a.reel")));
        heights.set(V1, 1);
        assertEquals(Map.of(V1, Metrics.MIN_HEIGHT_PX), heights.heights());
        heights.set(V1, 10_000);
        assertEquals(Map.of(V1, Metrics.MAX_HEIGHT_PX), heights.heights());
    }

    @Test
    void whatWasShownLongAgoIsForgottenAndSoAreProjectsWithoutAFile() {
        heights.turnTo(project(Optional.empty()));
        heights.set(V1, 60);
        for (int i = 0; i < 50; i++) {
            heights.turnTo(project(file("film" + i + ".reel")));
            heights.set(V1, 60 + i);
        }
        RowHeights later = restarted();
        later.turnTo(project(file("film49.reel")));
        assertEquals(Map.of(V1, 109), later.heights());
        later.turnTo(project(file("film0.reel")));
        assertEquals(Map.of(), later.heights());
        later.turnTo(project(Optional.empty()));
        assertEquals(Map.of(), later.heights());
    }

    @Test
    void aStateThatSaysNothingChangesNothing() {
        heights.restore(null);
        heights.restore(XMLMemento.createWriteRoot("view"));
        heights.turnTo(project(file("a.reel")));
        assertEquals(Map.of(), heights.heights());
    }
}
