package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportJob;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.media.CodecParameters;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

@Timeout(120)
class ExportTest {

    @TempDir
    Path folder = Path.of("set by the framework");

    @Test
    void everyFrameIsEncodedOnceAndInOrder() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.export(bench.request(Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO), 17, 117));
            assertEquals(LongStream.range(17, 117).boxed().toList(), bench.encoders.pictures);
            assertEquals(LongStream.range(0, 100).boxed().toList(), bench.encoders.ticks);
            assertEquals(List.of(0L), bench.encoders.syncs);
            assertEquals(LongStream.range(0, 100).mapToObj(i -> "0 " + i).toList(), bench.muxers.packets);
        }
    }

    @ParameterizedTest
    @CsvSource({ "0, 1", "0, 100", "1, 2", "1, 31", "2, 33", "3, 35", "7, 60", "29, 31", "17982, 18000", "107892, 107899" })
    void theSoundIsAsLongAsThePictureToTheSampleWhereverTheRangeBegins(long from, long to) throws Exception {
        for (int sampleRateHz : new int[] { 48_000, 44_100 }) {
            Sequence sequence = Bench.sequence(Bench.FPS_29_97, sampleRateHz, TrackKind.VIDEO, TrackKind.AUDIO);
            try (Bench bench = new Bench(folder)) {
                bench.export(bench.request(sequence, from, to));
                long samples = Bench.FPS_29_97.timeOf(to - from).ticksRound(sampleRateHz);
                long first = Bench.FPS_29_97.timeOf(from).ticksRound(sampleRateHz);
                assertEquals(samples, bench.encoders.samples.size());
                for (int i = 0; i < samples; i++) {
                    assertEquals((first + i) % FakeRenderers.SAMPLE_CYCLE, bench.encoders.samples.get(i).longValue());
                }
            }
        }
    }

    @Test
    void soundComesWithItsPicture() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.export(bench.film(50));
            long samples = 0;
            for (String packet : bench.muxers.packets) {
                long ticks = Long.parseLong(packet.substring(2));
                if (packet.startsWith("1 ")) {
                    samples = ticks;
                } else {
                    assertTrue(samples >= (ticks + 1) * 1920, () -> "picture " + ticks + " is written before its sound");
                    assertTrue(samples <= (ticks + 5) * 1920, () -> "the sound runs away from picture " + ticks);
                }
            }
            assertEquals(50 * 1920, samples);
        }
    }

    @Test
    void withoutAudioTracksThereIsNoSoundStream() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.export(bench.request(Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO), 0, 5));
            assertEquals(1, bench.muxers.streams.getFirst().size());
            assertEquals(List.of(), bench.encoders.samples);
        }
    }

    @Test
    void thePresetTakesItsBestEncoderInstalled() throws Exception {
        for (String installed : List.of("libx264", "libopenh264")) {
            try (Bench bench = new Bench(folder, "mpeg4", "aac", installed)) {
                ExportJob job = Bench.end(bench.exports.start(bench.film(5)));
                assertEquals(installed, job.result().videoEncoder());
                assertEquals(List.of(installed, "aac"),
                        bench.muxers.streams.getFirst().stream().map(CodecParameters::codec).toList());
            }
        }
        try (Bench bench = new Bench(folder, "mpeg4", "aac")) {
            ExportException e = assertThrows(ExportException.class, () -> bench.exports.start(bench.film(5)));
            assertEquals(ExportException.Reason.ENCODER, e.reason());
            assertTrue(e.getMessage().contains("libopenh264"));
        }
    }

    @Test
    void theSummarySaysWhatWasMade() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Sequence sequence = Bench.sequence(Bench.FPS_29_97, 48_000, TrackKind.VIDEO);
            ExportSummary summary = Bench.end(bench.exports.start(bench.request(sequence, 10, 40))).result();
            assertEquals(bench.target, summary.file());
            assertEquals(30, summary.frames());
            assertEquals(RationalTime.of(1001, 1000), summary.duration());
            assertEquals(5, summary.sizeBytes());
            assertEquals("the graph", summary.graph());
            assertEquals("whole", Files.readString(bench.target));
        }
    }

    @Test
    void progressRisesToTheEnd() throws Exception {
        try (Bench bench = new Bench(folder)) {
            List<ExportProgress> seen = new ArrayList<>();
            Trouble.Stop begun = bench.trouble.stop("encode 0");
            ExportJob job = bench.exports.start(bench.film(40));
            begun.awaitReached();
            seen.add(job.progress());
            assertFalse(job.awaitEnd(Duration.ZERO));
            assertEquals(-1, seen.getFirst().remainingMs());
            bench.muxers.afterEachPacket(() -> seen.add(job.progress()));
            begun.goOn();
            Bench.end(job);
            seen.add(job.progress());
            for (int i = 1; i < seen.size(); i++) {
                assertTrue(seen.get(i).doneFrames() >= seen.get(i - 1).doneFrames());
                assertTrue(seen.get(i).elapsedMs() >= seen.get(i - 1).elapsedMs());
            }
            assertTrue(seen.stream().map(ExportProgress::doneFrames).distinct().count() > 30);
            assertEquals(1, seen.getLast().fraction());
            assertEquals(0, seen.getLast().remainingMs());
            assertEquals(40, seen.getLast().totalFrames());
        }
    }

    @Test
    void theRendererWaitsForASlowEncoder() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.export(bench.film(200));
            assertTrue(bench.renderers.frames.most() <= 7, () -> bench.renderers.frames.most() + " leases at once");
        }
    }

    @Test
    void anExistingFileIsReplacedAtTheEndOnly() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Files.writeString(bench.target, "old");
            Files.writeString(bench.partial(), "left by a process that was killed");
            List<String> seen = new ArrayList<>();
            bench.muxers.afterEachPacket(() -> seen.add(text(bench.target)));
            bench.export(bench.film(20));
            assertEquals(List.of("old"), seen.stream().distinct().toList());
            assertEquals("whole", text(bench.target));
        }
    }

    @Test
    void aTargetThatCannotBeIsRefusedAtOnce() throws Exception {
        try (Bench bench = new Bench(folder)) {
            assertEquals(ExportException.Reason.TARGET, refusal(bench, folder));
            assertEquals(ExportException.Reason.TARGET, refusal(bench, folder.resolve("none/film.mp4")));
            assertEquals(ExportException.Reason.TARGET, refusal(bench, Path.of("/")));
            assertFalse(Files.exists(folder.resolve("none")));
        }
    }

    @Test
    void twoExportsDoNotWriteOneFile() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Trouble.Stop begun = bench.trouble.stop("encode 0");
            ExportJob job = bench.exports.start(bench.film(5));
            begun.awaitReached();
            assertEquals(ExportException.Reason.TARGET, refusal(bench, bench.target));
            assertEquals(ExportException.Reason.TARGET, refusal(bench, folder.resolve("./film.mp4")));
            Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
            assertEquals(ExportException.Reason.TARGET, refusal(bench, link.resolve("film.mp4")));
            begun.goOn();
            job.result();
            for (int i = 0; i < 100; i++) {
                bench.export(bench.film(1));
            }
        }
    }

    @Test
    void anEmptyRangeIsNoRequest() {
        Sequence sequence = Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO);
        Path target = folder.resolve("film.mp4");
        assertThrows(IllegalArgumentException.class,
                () -> ExportRequest.whole(sequence, Bench.NO_MEDIA, target, ExportPreset.H264));
        assertThrows(IllegalArgumentException.class,
                () -> new ExportRequest(sequence, Bench.NO_MEDIA, target, ExportPreset.H264, -1, 5));
    }

    private static ExportException.Reason refusal(Bench bench, Path target) {
        Sequence sequence = Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO);
        ExportRequest request = new ExportRequest(sequence, Bench.NO_MEDIA, target, ExportPreset.H264, 0, 5);
        return assertThrows(ExportException.class, () -> bench.exports.start(request)).reason();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
