package org.reelbench.ui.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportProgress.Step;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.ExportSummary;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.media.MediaException;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class ExportRowTest {

    private static final ExportProgress HALF = new ExportProgress(Step.ENCODING, 50, 100, 20_000, 19_900, 12_300_000);

    /** An export that is as it is told. */
    private record Told(State state, Optional<ExportProgress> progress, Optional<ExportSummary> summary, String problem)
            implements
                QueuedExport {

        @Override
        public ExportRequest request() {
            Sequence sequence = new Sequence(new Id("s"), "S", FrameRate.of(25, 1), 64, 36, 48_000, List.of(), Extras.NONE);
            return new ExportRequest(sequence, media -> {
                throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
            }, Path.of("films", "one.mp4"), ExportPreset.H264, 0, 100);
        }

        @Override
        public void cancel() {
            throw new AssertionError("nobody asked");
        }

        @Override
        public boolean retry(ExportOptions options) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public boolean awaitEnd(Duration limit) {
            return state.isEnd();
        }
    }

    private static ExportRow row(QueuedExport.State state, ExportProgress progress) {
        return ExportRow.of(new Told(state, Optional.ofNullable(progress), Optional.empty(), ""));
    }

    @Test
    void oneThatWaitsSaysNoMore() {
        assertEquals(List.of("one.mp4", ExportPreset.H264.label(), "waiting", "", ""),
                List.of(row(QueuedExport.State.WAITING, null).cells()));
    }

    @Test
    void oneUnderWayGuessesWhatItComesTo() {
        ExportRow row = row(QueuedExport.State.RUNNING, HALF);
        assertEquals(List.of("50 %", "about 12 MB", "about 20 s left"), List.of(row.state(), row.size(), row.time()));
        assertEquals("beginning", row(QueuedExport.State.RUNNING, null).state());
        assertEquals("comparing, 0 %",
                row(QueuedExport.State.RUNNING, new ExportProgress(Step.VERIFYING, 0, 100, 0, -1, -1)).state());
        assertEquals("paused at 50 %", row(QueuedExport.State.PAUSED, HALF).state());
    }

    @Test
    void oneThatIsDoneSaysWhatItTook() {
        ExportSummary made = new ExportSummary(Path.of("films", "one.mp4"), 100, RationalTime.ofSeconds(4), 61_000, 2_000_000,
                "libopenh264", "", "", List.of("verified: 100 frames"));
        ExportRow row = ExportRow.of(new Told(QueuedExport.State.DONE, Optional.of(HALF), Optional.of(made), ""));
        assertEquals(List.of("done", "2.0 MB", "took 1 min"), List.of(row.state(), row.size(), row.time()));
        assertEquals(Path.of("films", "one.mp4") + "\nverified: 100 frames", row.explanation());
        assertFalse(row.isProblem());
    }

    @Test
    void oneThatFailedSaysWhy() {
        ExportRow row = ExportRow
                .of(new Told(QueuedExport.State.FAILED, Optional.of(HALF), Optional.empty(), "the disk is full"));
        assertEquals(List.of("failed: the disk is full", "", ""), List.of(row.state(), row.size(), row.time()));
        assertTrue(row.isProblem());
    }
}
