package org.reelbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Recorded;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** A recording on the tracks of a project, from its first moment to its end. */
class PlacedRecordingTest {

    private static final long SECOND_US = 1_000_000;

    private final FakeSession project = new FakeSession(Project.of("Film", new Sequence(new Id("s1"), "Main",
            FrameRate.of(25, 1), 1280, 720, 48_000, List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO),
                    Track.of(new Id("a1"), "A1", TrackKind.AUDIO)),
            Extras.NONE)));
    private final ProjectSession session = project.session();
    private final FakeRecording recording;

    PlacedRecordingTest(@TempDir Path folder) {
        recording = new FakeRecording(folder.resolve("talk.mp4"));
    }

    private String track(String id) {
        StringBuilder text = new StringBuilder();
        for (Item item : session.project().mainSequence().track(new Id(id)).items()) {
            text.append(text.isEmpty() ? "" : " ").append(item instanceof Clip clip ? clip.name() + ":" : "_:")
                    .append(item.durationFrames());
        }
        return text.toString();
    }

    private void lay(String track, long start, long frames) throws EditRefused {
        session.execute(EditCommand.of(EditCommands.OVERWRITE, session.revision()).with("track", track)
                .with("generator", "color").with("startFrame", start).with("durationFrames", frames));
    }

    @Test
    void itIsPutThereWithItsFirstPicturesAndGrowsUntilItsEnd() throws Exception {
        try (PlacedRecording placed = PlacedRecording.put(recording, session, 10)) {
            assertFalse(placed.placed().toCompletableFuture().isDone());
            recording.grow(SECOND_US / 5);
            assertEquals("_:10 talk.mp4:5", track("v1"));
            assertEquals("_:10 talk.mp4:5", track("a1"));
            assertEquals("Put 'talk.mp4' on the timeline", placed.placed().toCompletableFuture().get().label());
            Clip picture = (Clip) session.project().mainSequence().track(new Id("v1")).items().get(1);
            assertEquals(Optional.ofNullable(picture.bonds().link()), session.project().mainSequence().track(new Id("a1"))
                    .items().toList().stream().skip(1).map(item -> ((Clip) item).bonds().link()).findFirst());
            recording.grow(SECOND_US / 2);
            assertEquals("_:10 talk.mp4:5", track("v1"), "it is told once a second");
            recording.grow(SECOND_US * 2);
            assertEquals("_:10 talk.mp4:50", track("v1"));
            assertEquals(new Recorded(recording.mediaId(), RationalTime.ofSeconds(2)),
                    session.project().media().getFirst().recorded());
            assertFalse(placed.settled().toCompletableFuture().isDone());
            recording.end(SECOND_US * 21 / 10, RecordingState.FINISHED);
            assertTrue(placed.settled().toCompletableFuture().isDone());
            assertEquals("_:10 talk.mp4:53", track("v1"));
            assertEquals("_:10 talk.mp4:53", track("a1"));
            assertNull(session.project().media().getFirst().recorded());
        }
    }

    @Test
    void whatLiesThereIsLeftAlone() throws Exception {
        lay("v1", 20, 5);
        try (PlacedRecording _ = PlacedRecording.put(recording, session, 10)) {
            recording.grow(SECOND_US);
            assertEquals("_:20 color:5", track("v1"));
            assertEquals("_:10 talk.mp4:25", track("v2"));
            assertEquals("_:10 talk.mp4:25", track("a1"));
            lay("v2", 50, 5);
            recording.grow(SECOND_US * 3);
            assertEquals("_:10 talk.mp4:40 color:5", track("v2"));
            assertEquals("_:10 talk.mp4:75", track("a1"));
        }
    }

    @Test
    void twiceInAProjectItIsOneMedium() throws Exception {
        try (PlacedRecording _ = PlacedRecording.put(recording, session, 0)) {
            recording.grow(SECOND_US);
            recording.grow(SECOND_US * 3 / 2);
            try (PlacedRecording _ = PlacedRecording.put(recording, session, 100)) {
                assertEquals(1, session.project().media().size());
                assertEquals("talk.mp4:38 _:62 talk.mp4:38", track("v1"));
                recording.end(SECOND_US * 2, RecordingState.FINISHED);
                assertEquals("talk.mp4:50 _:50 talk.mp4:50", track("v1"));
            }
        }
    }

    @Test
    void onesThatHaveEndedAreOrdinaryMedia() throws Exception {
        recording.end(SECOND_US * 4, RecordingState.FINISHED);
        try (PlacedRecording placed = PlacedRecording.put(recording, session, 0)) {
            assertTrue(placed.placed().toCompletableFuture().isDone());
        }
        assertEquals("talk.mp4:100", track("v1"));
        assertNull(session.project().media().getFirst().recorded());
    }

    @Test
    void oneThatComesToNothingIsNotPutThere() {
        try (PlacedRecording placed = PlacedRecording.put(recording, session, 0)) {
            recording.end(0, RecordingState.FAILED);
            ExecutionException refused = assertThrows(ExecutionException.class,
                    () -> placed.placed().toCompletableFuture().get());
            assertEquals("there is nothing of the recording", refused.getCause().getMessage());
        }
        assertEquals("", track("v1"));
    }

    @Test
    void nobodyHearsOfItAfterItsPlaceWasClosed() throws Exception {
        try (PlacedRecording _ = PlacedRecording.put(recording, session, 0)) {
            recording.grow(SECOND_US);
        }
        recording.grow(SECOND_US * 9);
        assertEquals("talk.mp4:25", track("v1"));
        assertTrue(recording.isUnheard());
        try (PlacedRecording _ = PlacedRecording.follow(recording, session)) {
            assertEquals("talk.mp4:225", track("v1"));
        }
    }

    @Test
    void whoeverEditsMeanwhileIsLetPass() throws Exception {
        project.refuseAsStale(3);
        try (PlacedRecording placed = PlacedRecording.put(recording, session, 0)) {
            recording.grow(SECOND_US);
            assertEquals("talk.mp4:25", track("v1"));
            assertTrue(placed.placed().toCompletableFuture().isDone());
        }
    }
}
