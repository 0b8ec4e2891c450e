package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.TrackKind;

@Timeout(60)
class FilmWriterTest {

    @TempDir
    Path folder = Path.of("set by the framework");
    private final Leases frames = new Leases();
    private final List<Long> progress = new ArrayList<>();

    @Test
    void picturesThatWaitAreGivenBackWhenSomebodyCancels() throws Exception {
        Trouble trouble = new Trouble();
        Trouble.Stop stop = trouble.stop("encode 0");
        Cancellation cancellation = new Cancellation();
        try (FilmWriter writer = open(trouble, cancellation)) {
            for (int i = 0; i < 6; i++) {
                writer.write(i, picture(i));
            }
            stop.awaitReached();
            cancellation.cancel();
            assertThrows(CancelledException.class, () -> writer.write(6, picture(6)));
            stop.goOn();
        }
        assertEquals(0, frames.live());
    }

    @Test
    void aFailureIsToldAtTheNextHandOverAndTakesThePictureAlong() throws Exception {
        Trouble trouble = new Trouble();
        MediaException failure = new MediaException(MediaException.Reason.NO_ENCODER, "", "it failed");
        trouble.fail("encode 0", failure);
        try (FilmWriter writer = open(trouble, new Cancellation())) {
            MediaException thrown = assertThrows(MediaException.class, () -> {
                for (int i = 0; i < 100; i++) {
                    writer.write(i, picture(i));
                }
                writer.finish();
            });
            assertEquals(failure, thrown);
        }
        assertEquals(0, frames.live());
        assertEquals(List.of(), progress);
    }

    @Test
    void aWriterClosedWithoutFinishEndsItsThread() throws Exception {
        Trouble trouble = new Trouble();
        FilmWriter writer = open(trouble, new Cancellation());
        writer.write(0, picture(0));
        writer.close();
        assertEquals(0, frames.live());
        assertEquals(0,
                Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("reelbench-export-encode")).count());
    }

    @Test
    void finishingWritesWhatTheEncodersHeldBack() throws Exception {
        Trouble trouble = new Trouble();
        try (FilmWriter writer = open(trouble, new Cancellation())) {
            for (int i = 0; i < 10; i++) {
                writer.write(i, picture(i));
            }
            writer.finish();
        }
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), progress);
    }

    private FilmWriter open(Trouble trouble, Cancellation cancellation) throws Exception {
        FakeEncoders encoders = new FakeEncoders(trouble, "libx264", "aac");
        ExportRequest request = new ExportRequest(Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO), Bench.NO_MEDIA,
                folder.resolve("film"), ExportPreset.H264, 0, 10);
        EncodingPlan plan = EncodingPlan.of(request, encoders, new Trials(encoders));
        FakeMuxers muxers = new FakeMuxers(trouble);
        return FilmWriter.open(plan, null, encoders,
                streams -> muxers.open(folder.resolve("film.part"), "mp4", streams, Map.of()), cancellation, progress::add);
    }

    private CountedFrame picture(long number) {
        return CountedFrame.of(number, PictureFormat.of(64, 36, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED), frames);
    }
}
