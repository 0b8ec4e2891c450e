package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.EditorListener;
import org.reelbench.ui.OpenProject;

/** What is shown while an edit is only tried. */
class TrialsTest {

    private final Deque<Runnable> edits = new ArrayDeque<>();
    private final List<Sequence> shown = new ArrayList<>();
    private final FakeSession session = new FakeSession(Films.project(Films.video("v1", Films.clip("c1", 50))), null);
    private final OpenProject open = new OpenProject(session, _ -> {
        throw new AssertionError("media are not looked into");
    });
    private final Announcer announcer = new Announcer(Runnable::run);
    private final Trials trials = new Trials(edits::add, announcer);

    TrialsTest() {
        announcer.add(new EditorListener() {
            @Override
            public void sequenceTried(Sequence sequence) {
                shown.add(sequence);
            }
        });
    }

    private void run() {
        while (!edits.isEmpty()) {
            edits.poll().run();
        }
    }

    private static LongFunction<EditCommand> opacity(double opacity) {
        return revision -> EditCommand.of(EditCommands.SET_OPACITY, revision).with("clip", "c1").with("opacity", opacity);
    }

    private static double opacity(Sequence sequence) {
        return sequence.findClip(new Id("c1")).orElseThrow().clip().opacity();
    }

    @Test
    void whatIsTriedIsShownAndNotMade() {
        trials.tryOut(open, opacity(0.5));
        run();
        assertEquals(List.of(0.5), shown.stream().map(TrialsTest::opacity).toList());
        assertSame(shown.getFirst(), trials.shown().orElseThrow());
        assertEquals(1, opacity(session.project().mainSequence()));
        assertEquals(List.of(), session.executed);
    }

    @Test
    void ofTrialsThatComeQuicklyTheLastIsShown() {
        trials.tryOut(open, opacity(0.1));
        trials.tryOut(open, opacity(0.2));
        trials.tryOut(open, opacity(0.3));
        run();
        assertEquals(List.of(0.3), shown.stream().map(TrialsTest::opacity).toList());
    }

    @Test
    void theSequenceIsShownAsItIsWhenATrialEndsOrIsRefused() {
        trials.tryOut(open, opacity(0.5));
        run();
        trials.tryOut(open, opacity(7));
        run();
        assertEquals(Optional.empty(), trials.shown());
        trials.tryOut(open, opacity(0.4));
        run();
        trials.end(open);
        run();
        assertEquals(List.of(0.5, 1.0, 0.4, 1.0), shown.stream().map(TrialsTest::opacity).toList());
        trials.end(open);
        run();
        assertEquals(4, shown.size(), "nothing was tried any more");
    }

    @Test
    void aTrialThatIsEndedBeforeItsTurnIsNeverShown() {
        trials.tryOut(open, opacity(0.5));
        trials.end(open);
        run();
        assertEquals(List.of(), shown);
    }
}
