package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.Exports;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.encoding.preview.PreviewWork;
import org.reelbench.render.MediaCatalog;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackKind;

/** Films that are joined from what the preview encoded. */
@Timeout(300)
class PreviewCopyIT {

    @TempDir
    private Path folder;
    private MediaCatalog catalog;

    @BeforeEach
    void makeTheMedia() throws Exception {
        catalog = PreviewScene.make(folder);
    }

    private ExportSummary export(Sequence sequence, long fromFrame, long toFrame) throws Exception {
        ExportRequest request = new ExportRequest(sequence, catalog, folder.resolve("copy.mp4"),
                ExportPreset.builtIn("preview-copy"), fromFrame, toFrame, ExportOptions.DEFAULT.withVerify(true));
        return Services.get(Exports.class).start(request).result();
    }

    private static long encoded() throws InterruptedException {
        return Services.get(PreviewService.class).work().picturesEncoded();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void whatIsReadyIsCopiedAndEachFrameIsAtItsTime(int rateNumber) throws Exception {
        FrameRate rate = PreviewScene.RATES[rateNumber];
        Sequence sequence = PreviewScene.mixed(rate);
        try (Preview preview = Services.get(PreviewService.class).open(sequence, catalog)) {
            PreviewFilm.make(preview.revision());
        }
        long before = encoded();
        ExportSummary summary = export(sequence, 0, sequence.durationFrames());
        assertEquals(before, encoded(), "no picture is encoded");
        assertTrue(summary.notes().getFirst().endsWith("none was encoded"), summary.notes()::toString);
        assertEquals("copy", summary.videoEncoder());
        assertEquals("aac", summary.audioEncoder());
        PreviewScene.compare(summary.file(), sequence, catalog);
    }

    @Test
    void whatIsNotReadyIsEncodedAndARangeMayBeginAndEndAnywhere() throws Exception {
        FrameRate rate = PreviewScene.RATES[0];
        Sequence sequence = PreviewScene.mixed(rate);
        ExportSummary summary = export(sequence, 37, 203);
        PreviewScene.compare(summary.file(), sequence, catalog, 37, 203);
        PreviewWork before = Services.get(PreviewService.class).work();
        export(sequence, 0, sequence.durationFrames());
        long fresh = encoded() - before.picturesEncoded();
        export(sequence, 37, 203);
        assertEquals(before.picturesEncoded() + fresh, encoded(), "what an export encoded is kept");
    }

    @Test
    void whereQualitiesDifferTheOneOfWhichMostIsThereIsMade() throws Exception {
        FrameRate rate = PreviewScene.RATES[1];
        // From frames that no other test begins with: what they encoded is there.
        Sequence sequence = PreviewScene.sequence(rate, PreviewScene.track("v1", TrackKind.VIDEO,
                PreviewScene.clip("a", "m0", 0, rate, 3, 90), PreviewScene.clip("b", "m1", 0, rate, 9, 80)));
        try (Preview preview = Services.get(PreviewService.class).open(sequence, catalog)) {
            PreviewRevision revision = preview.revision();
            assertTrue(revision.rungs().size() > 2, revision.rungs()::toString);
            List<PreviewSegment> lower = revision.pictures(0, sequence.durationFrames(), 2);
            PreviewFilm.read(revision, revision.pictures(0, 1, 0).getFirst(), 1);
            for (PreviewSegment segment : lower.subList(0, lower.size() - 1)) {
                PreviewFilm.read(revision, segment, 1);
            }
        }
        long before = encoded();
        ExportSummary summary = export(sequence, 0, sequence.durationFrames());
        assertEquals(before + 1, encoded(), "the one that was missing");
        assertTrue(summary.notes().getFirst().endsWith("were encoded"), summary.notes()::toString);
    }
}
