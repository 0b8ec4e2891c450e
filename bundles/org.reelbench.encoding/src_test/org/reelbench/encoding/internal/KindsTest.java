package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.media.FilmTags;
import org.reelbench.media.FilmTags.Chapter;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

/** What is not a film in one pass: sound alone, stills, numbered pictures, two passes; and what is said in the file. */
@Timeout(60)
class KindsTest {

    private static final Sequence SEQUENCE = Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO, TrackKind.AUDIO);

    @TempDir
    Path folder = Path.of("set by the framework");

    @Test
    void soundAloneIsOneStreamAsLongAsTheRange() throws Exception {
        try (Bench bench = new Bench(folder, "pcm_s24le")) {
            ExportSummary summary = export(bench, "wav", bench.target, 5, 55);
            assertEquals(50 * 1920, bench.encoders.samples.size());
            assertEquals(1, bench.muxers.streams.getFirst().size());
            assertTrue(bench.muxers.packets.stream().allMatch(packet -> packet.startsWith("0 ")));
            assertEquals("", summary.videoEncoder());
            assertEquals("pcm_s24le", summary.audioEncoder());
        }
    }

    @Test
    void soundAloneNeedsAnAudioTrack() throws Exception {
        try (Bench bench = new Bench(folder, "pcm_s24le")) {
            Sequence silent = Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO);
            ExportException e = assertThrows(ExportException.class, () -> bench.exports
                    .start(new ExportRequest(silent, Bench.NO_MEDIA, bench.target, ExportPreset.builtIn("wav"), 0, 5)));
            assertEquals(ExportException.Reason.SOURCE, e.reason());
        }
    }

    @Test
    void aStillIsTheFirstFrameOfTheRange() throws Exception {
        try (Bench bench = new Bench(folder, "png")) {
            export(bench, "png", bench.target, 17, 90);
            assertEquals(List.of(17L), bench.encoders.pictures);
            assertEquals(1, Files.size(bench.target));
            assertEquals(List.of(), bench.muxers.streams);
        }
    }

    @Test
    void numberedPicturesBearTheNumbersOfTheirFrames() throws Exception {
        try (Bench bench = new Bench(folder, "png")) {
            ExportSummary summary = export(bench, "png-sequence", folder.resolve("shot_%04d.png"), 8, 12);
            assertEquals(List.of("shot_0008.png", "shot_0009.png", "shot_0010.png", "shot_0011.png"), names());
            assertEquals(folder.resolve("shot_%04d.png"), summary.file());
            assertEquals(4, summary.sizeBytes());
        }
    }

    @Test
    void aNameWithoutAPlaceForTheNumberGetsOne() throws Exception {
        try (Bench bench = new Bench(folder, "png")) {
            export(bench, "png-sequence", folder.resolve("shot.png"), 0, 2);
            assertEquals(List.of("shot_000000.png", "shot_000001.png"), names());
            assertThrows(ExportException.class,
                    () -> export(bench, "png-sequence", folder.resolve("a%d_%d.png"), 0, 2));
        }
    }

    @Test
    void picturesAppearTogetherOrNotAtAll() throws Exception {
        try (Bench bench = new Bench(folder, "png")) {
            bench.trouble.fail("encode 3", new IllegalStateException("broken"));
            assertThrows(ExportException.class, () -> export(bench, "png-sequence", folder.resolve("shot.png"), 0, 5));
            assertEquals(List.of(), names());
        }
    }

    @Test
    void twoPassesShowTheEncoderTheSameFramesTwice() throws Exception {
        try (Bench bench = new Bench(folder, "libvpx-vp9", "libopus")) {
            ExportRequest request = request("webm", bench.target, 10, 30);
            var job = Bench.end(bench.exports.start(request));
            job.result();
            List<Long> range = LongStream.range(10, 30).boxed().toList();
            assertEquals(range, bench.encoders.pictures.subList(0, 20));
            assertEquals(range, bench.encoders.pictures.subList(20, 40));
            assertEquals(List.of("first notes", "second notes"), bench.encoders.passes);
            assertEquals(20 * 1920, bench.encoders.samples.size(), "the sound is encoded once");
            ExportProgress progress = job.progress();
            assertEquals(40, progress.totalFrames());
            assertEquals(40, progress.doneFrames());
        }
    }

    @Test
    void anEncoderOfOneRateGetsSoundOfThatRate() throws Exception {
        Sequence other = Bench.sequence(FrameRate.of(25, 1), 44_100, TrackKind.VIDEO, TrackKind.AUDIO);
        try (Bench bench = new Bench(folder, "libvpx-vp9", "libopus")) {
            bench.export(new ExportRequest(other, Bench.NO_MEDIA, bench.target, ExportPreset.builtIn("webm"), 0, 50));
            assertEquals(2 * 48_000, bench.encoders.samples.size());
            assertEquals(List.of(48_000), bench.renderers.sampleRatesHz.stream().distinct().toList());
        }
    }

    @Test
    void markersBecomeChaptersThatLastToTheNext() throws Exception {
        Sequence marked = SEQUENCE
                .withMarkers(List.of(marker("m1", "before", 4), marker("m2", "one", 10), marker("m3", "twin", 10),
                        marker("m4", "", 20), marker("m5", "after", 40)));
        try (Bench bench = new Bench(folder)) {
            ExportRequest request = new ExportRequest(marked, Bench.NO_MEDIA, bench.target, ExportPreset.H264, 5, 40,
                    ExportOptions.DEFAULT.withTexts(new TreeMap<>(Map.of("title", "T"))));
            bench.export(request);
            FilmTags tags = bench.muxers.tags.getFirst();
            assertEquals(List.of(new Chapter(RationalTime.of(5, 25), RationalTime.of(15, 25), "one"),
                    new Chapter(RationalTime.of(15, 25), RationalTime.of(35, 25), "Chapter 2")), tags.chapters());
            assertEquals(Map.of("title", "T"), tags.texts());
            bench.export(request.with(request.options().withChapters(false)));
            assertEquals(List.of(), bench.muxers.tags.get(1).chapters());
        }
    }

    @Test
    void aFileThatIsThereStaysWhereItIsNotToBeReplaced() throws Exception {
        try (Bench bench = new Bench(folder)) {
            ExportRequest request = request("h264", bench.target, 0, 5).with(ExportOptions.DEFAULT.withOverwrite(false));
            assertFalse(bench.exports.wouldReplace(request));
            bench.export(request);
            Files.writeString(bench.target, "precious");
            assertTrue(bench.exports.wouldReplace(request));
            ExportException e = assertThrows(ExportException.class, () -> bench.exports.start(request));
            assertEquals(ExportException.Reason.TARGET, e.reason());
            assertEquals("precious", Files.readString(bench.target));
        }
    }

    @Test
    void aFileThatComesToBeMeanwhileStays() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Trouble.Stop begun = bench.trouble.stop("encode 0");
            var job = bench.exports.start(request("h264", bench.target, 0, 5).with(ExportOptions.DEFAULT.withOverwrite(false)));
            begun.awaitReached();
            Files.writeString(bench.target, "precious");
            begun.goOn();
            assertThrows(ExportException.class, Bench.end(job)::result);
            assertEquals("precious", Files.readString(bench.target));
        }
    }

    private static Marker marker(String id, String name, long frame) {
        return Marker.of(new Id(id), name, frame);
    }

    private static ExportRequest request(String preset, Path target, long from, long to) {
        return new ExportRequest(SEQUENCE, Bench.NO_MEDIA, target, ExportPreset.builtIn(preset), from, to);
    }

    private static ExportSummary export(Bench bench, String preset, Path target, long from, long to) throws Exception {
        return Bench.end(bench.exports.start(request(preset, target, from, to))).result();
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
