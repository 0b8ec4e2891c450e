package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.LeftRecordings;
import org.reelbench.capture.PlacedRecording;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingListener;
import org.reelbench.capture.RecordingRecovery;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.capture.RecordingResult;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.cli.Console;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.PreviewWork;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.VideoFrame;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.project.RecoveryChoice;
import org.reelbench.proxies.Proxies;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** A recording that is on tracks while it is made: its beginning is encoded once, its end is right, and a crash loses neither. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class GrowingRecordingIT {

    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final int HZ = 48_000;
    private static final int SOURCE = 5;
    private static final int SECONDS = 20;
    private static final int BEGUN_SECONDS = 6;
    private static final long US_PER_SECOND = 1_000_000;

    private final Cancellation never = new Cancellation();

    @TempDir
    private Path folder;

    private static Project empty() {
        return Project.of("Film", new Sequence(new Id("s1"), "Main", RATE, 320, 180, HZ,
                List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO), Track.of(new Id("a1"), "A1", TrackKind.AUDIO)),
                Extras.NONE));
    }

    /** Records cards and clicks as fast as they are encoded, none of them left out. */
    private Recording start() throws Exception {
        Recorder recorder = Services.get(Recorder.class);
        TreeMap<String, String> options = new TreeMap<>(Map.of("pace", "free", "seconds", Integer.toString(SECONDS), "source",
                Integer.toString(SOURCE)));
        CaptureDevice cards = recorder.devices().named("synthetic:card").orElseThrow();
        CaptureDevice clicks = recorder.devices().named("synthetic:clicks").orElseThrow();
        return recorder.start(RecordingRequest.to(folder.resolve("take.mp4"))
                .pictures(cards, new CaptureFormat.Picture(320, 180, RATE, options))
                .sound(clicks, new CaptureFormat.Sound(HZ, 2, options)));
    }

    private FileMediaCatalog media() throws InterruptedException {
        return new FileMediaCatalog(folder, List.of(), Services.get(MediaProbe.class));
    }

    /** What a project is once its recording has begun. */
    private static CompletableFuture<Project> begun(ProjectSession session) {
        CompletableFuture<Project> begun = new CompletableFuture<>();
        session.addListener(change -> {
            if (change.after().mainSequence().durationFrames() >= BEGUN_SECONDS * 30) {
                begun.complete(change.after());
            }
        });
        return begun;
    }

    private static List<PreviewSegment> beginning(PreviewRevision revision) {
        List<PreviewSegment> segments = new ArrayList<>(
                revision.pictures(0, 120, 0).stream().filter(one -> one.end() <= 120).toList());
        revision.sound(0, 4L * HZ).stream().filter(one -> one.end() <= 4L * HZ).forEach(segments::add);
        return segments;
    }

    @Test
    void itsBeginningIsEncodedOnceAndItsEndIsRight() throws Exception {
        ProjectSession session = Services.get(ProjectSessions.class).create(empty());
        CompletableFuture<Project> begun = begun(session);
        Recording recording = start();
        PreviewService previews = Services.get(PreviewService.class);
        try (PlacedRecording placed = PlacedRecording.put(recording, session, 0)) {
            Project young = begun.get(2, TimeUnit.MINUTES);
            FileMediaCatalog catalog = media().after(young.media());
            try (Preview preview = previews.open(young.mainSequence(), catalog.with(young.sequences()))) {
                List<PreviewSegment> first = beginning(preview.revision());
                assertTrue(first.size() >= 3, () -> "too few segments: " + first);
                for (PreviewSegment segment : first) {
                    PreviewFilm.read(preview.revision(), segment, 1);
                }
                PreviewWork before = previews.work();
                RecordingResult result = recording.ended().toCompletableFuture().get(5, TimeUnit.MINUTES);
                assertNull(result.early());
                Awaiting.holds("the project is told of the end", () -> session.project().media().getFirst().recorded() == null);
                Project last = session.project();
                assertEquals(SECONDS * 30, last.mainSequence().track(new Id("v1")).items().durationFrames(), 1);
                PreviewRevision finished = preview.show(last.mainSequence(),
                        catalog.after(last.media()).with(last.sequences()));
                assertEquals(ids(first), ids(beginning(finished)));
                for (PreviewSegment segment : beginning(finished)) {
                    PreviewFilm.read(finished, segment, 1);
                }
                PreviewWork after = previews.work();
                assertEquals(List.of(before.picturesEncoded(), before.soundEncoded()),
                        List.of(after.picturesEncoded(), after.soundEncoded()), "pictures and sound encoded anew");
                List<PreviewSegment> all = finished.pictures(0, SECONDS * 30, 0);
                Path film = PreviewFilm.join(finished, all, folder.resolve("film.mp4"));
                var readings = CardFilm.read(film, RATE, SECONDS * 30);
                for (int i = 0; i < readings.size(); i++) {
                    assertTrue(readings.get(i).is(SOURCE, i), "frame " + i + ": " + readings.get(i));
                }
            }
            assertEquals(placed.placed().toCompletableFuture().get().label(), session.undoLabel().orElseThrow());
        }
        session.undo();
        assertEquals(0, session.project().mainSequence().durationFrames());
        session.close();
    }

    private static List<String> ids(List<PreviewSegment> segments) {
        return segments.stream().map(PreviewSegment::id).toList();
    }

    /** Keeps what a recording is when it has begun, as a crash would leave it; returns how long it was. */
    private CompletableFuture<Long> keep(Recording recording, Path copy) {
        CompletableFuture<Long> kept = new CompletableFuture<>();
        recording.listen(new RecordingListener() {

            @Override
            public void grown(Recording of, long fileBytes) {
                long writtenUs = of.statistics().writtenUs();
                if (!kept.isDone() && writtenUs >= BEGUN_SECONDS * US_PER_SECOND) {
                    try (FileChannel from = FileChannel.open(of.file())) {
                        ByteBuffer bytes = ByteBuffer.allocate((int) fileBytes);
                        while (bytes.hasRemaining() && from.read(bytes, bytes.position()) > 0) {
                            // A channel may give a part.
                        }
                        Files.write(copy, bytes.array());
                        kept.complete(writtenUs);
                    } catch (IOException e) {
                        kept.completeExceptionally(e);
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        return kept;
    }

    private static EditCommand command(ProjectSession session, String name) {
        return EditCommand.of(name, session.revision());
    }

    /** A project in which a recording of two seconds lies on both tracks. */
    private void put(ProjectSession session, Recording recording, Path file) throws Exception {
        String medium = session.execute(command(session, EditCommands.ADD_MEDIA).with("path", file.toString())
                .with("recording", recording.mediaId().toString()).with("length", "2s")).created().getFirst().value();
        for (int stream = 0; stream < 2; stream++) {
            session.execute(command(session, EditCommands.APPEND).with("track", stream == 0 ? "v1" : "a1").with("media", medium)
                    .with("stream", stream).with("durationFrames", 60));
        }
    }

    @Test
    void whatIsSeenAndHeardOfItIsTheSameWhileItGrowsAndAfterItsEnd() throws Exception {
        Path copy = folder.resolve("growing.mp4");
        Recording recording = start();
        keep(recording, copy).get(2, TimeUnit.MINUTES);
        recording.ended().toCompletableFuture().get(5, TimeUnit.MINUTES);
        try (ProjectSession growing = Services.get(ProjectSessions.class).create(empty());
                ProjectSession finished = Services.get(ProjectSessions.class).create(empty())) {
            put(growing, recording, copy);
            put(finished, recording, recording.file());
            finished.execute(command(finished, EditCommands.GROW_RECORDING)
                    .with("recording", recording.mediaId().toString()).with("length", SECONDS + "s").with("ended", true));
            ProxyStatus status = Services.get(Proxies.class).status(
                    media().after(growing.project().media()).medium(growing.project().media().getFirst().id()),
                    ProxyUse.ALWAYS);
            assertEquals("it is being recorded", status.detail(), "nothing is made of it that would soon be too short");
            Seen one = seen(growing.project());
            Seen other = seen(finished.project());
            assertEquals(one.frames, other.frames);
            for (int i = 0; i < one.frames.size(); i++) {
                assertEquals(SOURCE + " " + i, one.frames.get(i));
            }
            assertArrayEquals(one.left, other.left, "sound");
            growing.closeAndForget();
            finished.closeAndForget();
        }
    }

    /** What is seen and heard in the first seconds. */
    private record Seen(List<String> frames, float[] left) {
    }

    private Seen seen(Project project) throws Exception {
        MediaCatalog catalog = media().after(project.media()).with(project.sequences());
        Renderers renderers = Services.get(Renderers.class);
        List<String> frames = new ArrayList<>();
        float[][] sound = new float[AudioRenderer.CHANNELS][HZ * 3 / 2];
        try (VideoRenderer pictures = renderers.video(project.mainSequence(), catalog);
                AudioRenderer heard = renderers.audio(project.mainSequence(), catalog)) {
            for (int i = 0; i < 55; i++) {
                try (VideoFrame frame = pictures.frame(i, never)) {
                    var reading = TestCard.read(frame);
                    frames.add(reading.source() + " " + reading.frameNumber());
                }
            }
            heard.read(0, sound, 0, sound[0].length, never);
        }
        return new Seen(frames, sound[0]);
    }

    @Test
    void afterACrashTheProjectFindsAllThatWasRecorded() throws Exception {
        Path copy = folder.resolve("left.mp4");
        Path file = folder.resolve("film.reel");
        Recording recording = start();
        keep(recording, copy).get(2, TimeUnit.MINUTES);
        ProjectSessions sessions = Services.get(ProjectSessions.class);
        ProjectFile.save(empty(), file);
        try (ProjectSession crashed = sessions.open(file)) {
            put(crashed, recording, copy);
        }
        recording.ended().toCompletableFuture().get(5, TimeUnit.MINUTES);
        try (ProjectSession session = sessions.open(file, _ -> RecoveryChoice.Answer.RECOVER)) {
            assertEquals(60, session.project().mainSequence().durationFrames());
            LeftRecordings left = new LeftRecordings(Services.get(Recorder.class), Services.get(RecordingRecovery.class));
            assertEquals(List.of(), left.resume(session, folder, never));
            assertNull(session.project().media().getFirst().recorded());
            RecoveredRecording found = Services.get(RecordingRecovery.class).recover(copy, never);
            assertFalse(found.changed(), "it was finished when the project was opened");
            assertTrue(found.frames() > 60, () -> "recorded more than the project knew: " + found);
            assertEquals(Math.ceilDiv(found.durationUs() * 30, US_PER_SECOND),
                    session.project().mainSequence().durationFrames());
            MediaCatalog catalog = media().after(session.project().media()).with(session.project().sequences());
            try (VideoRenderer pictures = Services.get(Renderers.class).video(session.project().mainSequence(), catalog);
                    VideoFrame last = pictures.frame(found.frames() - 1, never)) {
                assertTrue(TestCard.read(last).is(SOURCE, found.frames() - 1),
                        () -> "the last picture: " + TestCard.read(last));
            }
            session.closeAndForget();
        }
    }

    @Test
    void theCommandRecordsIntoAProjectAndSavesIt() throws Exception {
        Path file = folder.resolve("film.reel");
        ProjectFile.save(empty(), file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out), new PrintStream(out), false, folder, never);
        assertEquals(0, Services.subcommand("record").run(List.of("-s", "synthetic:card", "-o", "take.mp4", "--size", "160x90",
                "--duration", "2", "--project", "film.reel", "--at", "1s"), console), out::toString);
        Project saved = ProjectFile.load(file);
        assertNull(saved.media().getFirst().recorded());
        assertEquals(folder.resolve("take.mp4").toString(), saved.media().getFirst().path());
        TrackItems items = saved.mainSequence().track(new Id("v1")).items();
        assertEquals(30, items.startOf(1), "where it was wanted");
        RecoveredRecording found = Services.get(RecordingRecovery.class).recover(folder.resolve("take.mp4"), never);
        assertEquals(Math.ceilDiv(found.durationUs() * 30, US_PER_SECOND), items.get(1).durationFrames());
    }
}
