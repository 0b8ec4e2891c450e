package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** The export service over fakes, into a folder of the test; at the end nothing may be left open, running or lying about. */
final class Bench implements AutoCloseable {

    static final FrameRate FPS_29_97 = FrameRate.of(30_000, 1001);
    static final MediaCatalog NO_MEDIA = media -> {
        throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
    };

    final Trouble trouble = new Trouble();
    final FakeRenderers renderers = new FakeRenderers(trouble);
    final FakeEncoders encoders;
    final FakeFilm film = new FakeFilm();
    final FakeMuxers muxers = new FakeMuxers(trouble);
    final ExportsComponent exports;
    final Path target;

    Bench(Path folder) {
        this(folder, "libx264", "libopenh264", "ffv1", "aac", "flac");
    }

    Bench(Path folder, String... installed) {
        encoders = new FakeEncoders(trouble, installed);
        exports = new ExportsComponent(renderers, encoders, muxers, film, film, new NoComposers());
        target = folder.resolve("film.mp4");
    }

    static Sequence sequence(FrameRate rate, int sampleRateHz, TrackKind... kinds) {
        List<Track> tracks = java.util.stream.IntStream.range(0, kinds.length)
                .mapToObj(i -> Track.of(new Id("t" + i), "T" + i, kinds[i])).toList();
        return new Sequence(new Id("s"), "S", rate, 64, 36, sampleRateHz, tracks, Extras.NONE);
    }

    /** A film of some frames with sound, from frame 0. */
    ExportRequest film(long frames) {
        return request(sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO, TrackKind.AUDIO), 0, frames);
    }

    ExportRequest request(Sequence sequence, long from, long to) {
        return new ExportRequest(sequence, NO_MEDIA, target, ExportPreset.H264, from, to);
    }

    /** Exports and waits for the end, at most as long as no test may hang. */
    void export(ExportRequest request) throws ExportException, InterruptedException {
        end(exports.start(request)).result();
    }

    static ExportJob end(ExportJob job) throws InterruptedException {
        if (!job.awaitEnd(java.time.Duration.ofSeconds(30))) {
            throw new AssertionError("the export hangs");
        }
        return job;
    }

    Path partial() {
        return target.resolveSibling("film.mp4.part");
    }

    /** Checks that all was given back, the partial file too. */
    @Override
    public void close() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("reelbench-export-")) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
                assertFalse(thread.isAlive(), () -> thread + " goes on");
            }
        }
        assertEquals(0, renderers.frames.live(), "frames are left");
        assertEquals(0, renderers.open.live(), "renderers are left open");
        assertEquals(0, encoders.open.live(), "encoders are left open");
        assertEquals(0, muxers.open.live(), "muxers are left open");
        assertFalse(Files.exists(partial()), "the partial file is left");
    }
}
