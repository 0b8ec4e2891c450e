package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.project.internal.file.FileOperations;
import org.reelbench.project.internal.journal.FakeTimer;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Recorded;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** A recording that grows while the project it is in is edited. */
class GrowthTest {

    private static final UUID RECORDING = new UUID(1, 2);

    private final FileSessions sessions = CrashTest.sessions(new FileOperations(), new FakeTimer());
    private ProjectSession session = sessions.create(empty());

    private static Project empty() {
        return Project.of("Film", new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000,
                List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO), Track.of(new Id("a1"), "A1", TrackKind.AUDIO)),
                Extras.NONE));
    }

    @BeforeEach
    void put() throws Exception {
        session.execute(command(EditCommands.APPEND).with("track", "v1").with("generator", "color").with("durationFrames", 10));
        putRecording(session);
    }

    private static void putRecording(ProjectSession session) throws EditRefused {
        long revision = session.revision();
        session.execute(EditCommands.unit("Put", List.of(
                EditCommand.of(EditCommands.ADD_MEDIA, revision).with("path", "/rec.mp4").with("recording", RECORDING.toString())
                        .with("length", "1s"),
                EditCommand.of(EditCommands.APPEND, revision).with("track", "v1").with("media", "m1").with("durationFrames", 25),
                EditCommand.of(EditCommands.OVERWRITE, revision).with("track", "a1").with("media", "m1").with("stream", 1)
                        .with("startFrame", 10).with("durationFrames", 25)),
                revision));
    }

    private EditCommand command(String name) {
        return EditCommand.of(name, session.revision());
    }

    private Change grow(String length, boolean ended) throws EditRefused {
        return session
                .execute(command(EditCommands.GROW_RECORDING).with("recording", RECORDING.toString()).with("length", length)
                        .with("ended", ended));
    }

    private static List<Long> lengths(ProjectSession session, String track) {
        List<Long> lengths = new ArrayList<>();
        session.project().mainSequence().track(new Id(track)).items().forEach(item -> lengths.add(item.durationFrames()));
        return lengths;
    }

    @Test
    void clipsOfItGrowAndThatIsNoStepToUndo() throws Exception {
        Change grown = grow("2.5s", false);
        assertEquals(Change.Kind.GROWTH, grown.kind());
        assertEquals(List.of(10L, 63L), lengths(session, "v1"));
        assertEquals(List.of(10L, 63L), lengths(session, "a1"));
        assertEquals(new Recorded(RECORDING, RationalTime.parse("5/2s")), session.project().media().getFirst().recorded());
        assertEquals(Optional.of("Put"), session.undoLabel());
        for (int second = 3; second < 100; second++) {
            grow(second + "s", false);
        }
        session.undo();
        assertEquals(List.of(10L), lengths(session, "v1"));
        assertEquals(List.of(), session.project().media());
    }

    @Test
    void whatUndoAndRedoLeadToIsAsLongAsItIsByThen() throws Exception {
        session.execute(command(EditCommands.HIDE_TRACK).with("track", "v1"));
        grow("2s", false);
        session.undo();
        assertEquals(List.of(10L, 50L), lengths(session, "v1"));
        session.undo();
        // Nobody has it on a track now, and it grows all the same.
        grow("3s", true);
        session.redo();
        assertEquals(List.of(10L, 75L), lengths(session, "v1"));
        assertNull(session.project().media().getFirst().recorded());
        session.redo();
        assertEquals(List.of(10L, 75L), lengths(session, "v1"));
        assertEquals(Optional.empty(), session.redoLabel());
    }

    @Test
    void itGrowsUpToWhatLiesBehindItAndNothingElseMoves() throws Exception {
        session.execute(command(EditCommands.OVERWRITE).with("track", "v1").with("generator", "color").with("startFrame", 50)
                .with("durationFrames", 5));
        grow("1.2s", false);
        assertEquals(List.of(10L, 30L, 10L, 5L), lengths(session, "v1"));
        grow("2s", false);
        assertEquals(List.of(10L, 40L, 5L), lengths(session, "v1"));
        grow("3s", false);
        assertEquals(List.of(10L, 40L, 5L), lengths(session, "v1"));
        assertEquals(List.of(10L, 75L), lengths(session, "a1"));
    }

    @Test
    void aClipThatWasCutGrowsAtItsEndAndOneThatWasTrimmedStays() throws Exception {
        session.execute(command(EditCommands.SPLIT).with("track", "v1").with("frame", 20));
        session.execute(command(EditCommands.DELETE).with("clip", session.project().mainSequence().track(new Id("a1")).items()
                .toList().stream().filter(Clip.class::isInstance)
                .map(item -> ((Clip) item).id().value()).findFirst().orElseThrow()).with("linked", false));
        session.execute(command(EditCommands.OVERWRITE).with("track", "a1").with("media", "m1").with("stream", 1)
                .with("startFrame", 0).with("durationFrames", 20));
        grow("2s", false);
        assertEquals(List.of(10L, 10L, 40L), lengths(session, "v1"));
        assertEquals(List.of(20L), lengths(session, "a1"));
    }

    @Test
    void anEditDecidedBeforeItGrewIsMadeAllTheSame() throws Exception {
        long before = session.revision();
        grow("2s", false);
        session.execute(EditCommand.of(EditCommands.OVERWRITE, before).with("track", "v1").with("generator", "color")
                .with("startFrame", 0).with("durationFrames", 5));
        assertEquals(List.of(5L, 5L, 50L), lengths(session, "v1"));
    }

    @Test
    void whatIsToldOfARecordingThatNobodyHasChangesNothing() throws Exception {
        Project before = session.project();
        long revision = session.revision();
        session.execute(command(EditCommands.GROW_RECORDING).with("recording", new UUID(3, 4).toString()).with("length", "9s"));
        assertSame(before, session.project());
        assertEquals(revision, session.revision());
    }

    @Test
    void afterACrashTheLengthIsThatOfTheLastGrowthAndUndoGoesOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("film.reel");
        ProjectFile.save(empty(), file);
        try (ProjectSession crashed = sessions.open(file)) {
            crashed.execute(EditCommand.of(EditCommands.APPEND, 0).with("track", "v1").with("generator", "color")
                    .with("durationFrames", 10));
            putRecording(crashed);
            for (int second : IntStream.rangeClosed(2, 4).toArray()) {
                crashed.execute(EditCommand.of(EditCommands.GROW_RECORDING, crashed.revision())
                        .with("recording", RECORDING.toString()).with("length", second + "s"));
            }
            crashed.execute(EditCommand.of(EditCommands.HIDE_TRACK, crashed.revision()).with("track", "a1"));
            crashed.execute(EditCommand.of(EditCommands.GROW_RECORDING, crashed.revision())
                    .with("recording", RECORDING.toString()).with("length", "5s"));
            crashed.undo();
        }
        session = sessions.open(file, _ -> RecoveryChoice.Answer.RECOVER);
        try {
            assertEquals(List.of(10L, 125L), lengths(session, "v1"));
            assertEquals(Optional.of("Put"), session.undoLabel());
            grow("6s", true);
            session.redo();
            assertEquals(List.of(10L, 150L), lengths(session, "v1"));
            session.undo();
            session.undo();
            assertEquals(List.of(10L), lengths(session, "v1"));
        } finally {
            session.closeAndForget();
        }
    }
}
