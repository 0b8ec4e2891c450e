package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportEstimate;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.internal.estimate.Experience;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.TrackKind;

class EstimateTest {

    private static final VideoEncoding CRF = EncodingPlan.video(
            new ExportPreset.VideoChoice("libx264", false, 0, 1, new java.util.TreeMap<>()),
            Bench.sequence(FrameRate.of(25, 1), 48_000, TrackKind.VIDEO));

    @TempDir
    Path folder = Path.of("set by the framework");

    private static ExportSummary made(Path file, long elapsedMs, long sizeBytes) {
        return new ExportSummary(file, 1000, RationalTime.ofSeconds(40), elapsedMs, sizeBytes, "libx264", "", "", List.of());
    }

    @Test
    void aBitRateSaysHowLargeTheFileWillBe() throws Exception {
        try (Bench bench = new Bench(folder, "libopenh264", "aac")) {
            ExportEstimate estimate = bench.exports.estimate(bench.film(250));
            AudioEncoding sound = EncodingPlan.of(bench.film(250), bench.encoders, new Trials(bench.encoders)).audio();
            assertTrue(sound != null);
            double pictures = 64 * 36 * 250 * 0.2 / 8;
            assertEquals(pictures + 10 * sound.bitRate() / 8.0, estimate.sizeBytes(), 1);
            assertTrue(estimate.elapsedMs() > 0);
            assertFalse(estimate.isMeasured());
            assertEquals(2.0 * estimate.sizeBytes(), bench.exports.estimate(bench.film(500)).sizeBytes(), 2);
        }
    }

    @Test
    void whatCannotBeMadeHasNoEstimate() throws Exception {
        try (Bench bench = new Bench(folder, "mpeg4")) {
            assertEquals(ExportException.Reason.ENCODER,
                    assertThrows(ExportException.class, () -> bench.exports.estimate(bench.film(5))).reason());
        }
    }

    @Test
    void earlierExportsByThePresetSayWhatOthersTake() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Experience experience = new Experience();
            ExportRequest request = bench.film(1000);
            assertFalse(experience.guess(request, CRF, 1, null).isMeasured());
            experience.note(request, CRF, made(bench.target, 8_000, 4_000_000));
            assertEquals(new ExportEstimate(4_000_000, 8_000, true), experience.guess(request, CRF, 1, null));
            assertEquals(new ExportEstimate(1_000_000, 2_000, true), experience.guess(bench.film(250), CRF, 1, null));
            experience.note(request, CRF, made(bench.target, 4_000, 2_000_000));
            assertEquals(new ExportEstimate(3_000_000, 6_000, true), experience.guess(request, CRF, 1, null));
            assertEquals(12_000,
                    experience.guess(request.with(ExportOptions.DEFAULT.withVerify(true)), CRF, 1, null).elapsedMs());
            ExportRequest other = new ExportRequest(request.sequence(), request.catalog(), bench.target, ExportPreset.LOSSLESS, 0,
                    1000);
            assertFalse(experience.guess(other, CRF, 1, null).isMeasured(), "another preset takes something else");
        }
    }

    @Test
    void whatWasOverAtOnceTeachesNothing() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Experience experience = new Experience();
            experience.note(bench.film(1000), CRF, made(bench.target, 20, 4_000_000));
            experience.note(bench.film(1000).with(ExportOptions.DEFAULT.withVerify(true)), CRF,
                    made(bench.target, 8_000, 4_000_000));
            assertFalse(experience.guess(bench.film(1000), CRF, 1, null).isMeasured());
        }
    }

    @Test
    void whatThePreviewHasCostsItsCopyOnly() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Experience experience = new Experience();
            ExportEstimate all = experience.copying(bench.film(2500), 5_000_000, 0, null);
            ExportEstimate none = experience.copying(bench.film(2500), 5_000_000, 2500.0 * 1280 * 720, null);
            assertEquals(5_000_000, all.sizeBytes());
            assertTrue(all.isMeasured());
            assertFalse(none.isMeasured());
            assertTrue(none.elapsedMs() > 5 * all.elapsedMs(), () -> all + " against " + none);
        }
    }
}
