package org.reelbench.encoding.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.internal.segment.TinyMp4;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.media.VideoEncoding;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** What of a sequence is wanted, by where somebody looks; the time and the thread are the test's. */
class SequencePreviewTest {

    private final PreviewBench bench = new PreviewBench();

    @Test
    void nothingIsWantedWhileNobodyLooks() {
        bench.open(PreviewBench.sequence());
        bench.pass(1000);
        assertEquals(0, bench.queue.size());
    }

    @Test
    void aheadOfAPlayheadThatRestsLittleIsWantedAndMoreWhileItPlays() {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        try (Viewer viewer = preview.viewer()) {
            viewer.at(500, false);
            bench.pass(0);
            PreviewRevision revision = preview.revision();
            assertEquals(Optional.of(Level.NOW), bench.level(revision, 500));
            assertEquals(Optional.of(Level.AHEAD), bench.level(revision, 600));
            assertEquals(Optional.of(Level.SPECULATIVE), bench.level(revision, 0));
            assertEquals(Optional.empty(), bench.level(revision, 760), "nothing far ahead of a paused viewer");
            viewer.at(500, true);
            bench.pass(0);
            assertEquals(Optional.of(Level.AHEAD), bench.level(revision, 760));
            assertEquals(Optional.empty(), bench.level(revision, 1400), "but not all that there is");
            viewer.visible(1400, 1450);
            bench.pass(0);
            assertEquals(Optional.of(Level.VISIBLE), bench.level(revision, 1400));
        }
        bench.pass(0);
        assertEquals(0, bench.queue.size(), "who closed it looks no more");
    }

    @Test
    void aJumpIsFollowedAtOnce() {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        Viewer viewer = preview.viewer();
        viewer.at(0, true);
        bench.pass(0);
        viewer.at(1300, true);
        bench.pass(0);
        assertEquals(Optional.of(Level.NOW), bench.level(preview.revision(), 1300));
        assertEquals(Optional.empty(), bench.level(preview.revision(), 100));
    }

    @Test
    void aGestureUnderWayWantsNothingUntilItRestsForFiftyMilliseconds() throws Exception {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        Viewer viewer = preview.viewer();
        bench.pass(0);
        Sequence dragged = PreviewBench.sequence();
        for (int i = 1; i <= 40; i++) {
            dragged = Edits.setOpacity(PreviewBench.sequence(), new Id("c0"), 1 - i / 100.0);
            preview.show(dragged, PreviewBench.NO_MEDIA);
            viewer.at(i, false);
            bench.pass(16);
            assertEquals(Optional.empty(), bench.level(preview.revision(), i), "at step " + i);
        }
        bench.pass(33);
        assertEquals(Optional.empty(), bench.level(preview.revision(), 40));
        bench.pass(2);
        assertEquals(Optional.of(Level.NOW), bench.level(preview.revision(), 40));
        assertEquals(41, preview.revision().number());
    }

    @Test
    void whatIsThereIsNotWantedAndABetterQualityOnlyWhenIdle() {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        for (int i = 0; i < 30; i++) {
            bench.qualities.adaptation().sample(bench.qualities.adaptation().step(), Duration.ofSeconds(20),
                    Duration.ofSeconds(2));
            bench.nowNs += Duration.ofSeconds(20).toNanos();
        }
        PreviewSegment worst = preview.revision().pictures(0, 1).getFirst();
        bench.cache.keep(worst.id(), TinyMp4.segment(10));
        assertEquals(worst, preview.revision().pictures(0, 1).getFirst());
        Viewer viewer = preview.viewer();
        viewer.at(0, false);
        bench.pass(0);
        assertEquals(Optional.empty(), bench.queue.rank(worst.id()));
        assertTrue(bench.queue.size() > 0);
        List<VideoEncoding> ladder = bench.qualities.of(PreviewBench.sequence());
        assertEquals(4, ladder.size());
        assertEquals(1, preview.revision().seekable().size());
        assertEquals(50.0 / 1500, preview.revision().progress(), 1e-9);
    }

    @Test
    void aBetterQualityTakesThePlaceOfTheWorseOneOnceItIsWholeAndNotBefore() {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        PreviewRevision revision = preview.revision();
        PreviewSegment worse = revision.pictures(0, 1, 2).getFirst();
        PreviewSegment better = revision.pictures(0, 1, 0).getFirst();
        bench.cache.keep(worse.id(), TinyMp4.segment(10));
        try (Viewer viewer = preview.viewer()) {
            viewer.at(0, false);
            bench.pass(0);
            assertEquals(Optional.of(Level.IDLE), bench.queue.rank(better.id()).map(rank -> rank.level()));
            assertEquals(worse, revision.pictures(0, 1).getFirst(), "what is there is shown meanwhile");
            bench.cache.keep(better.id(), TinyMp4.segment(20));
            PreviewSegment shown = revision.pictures(0, 1).getFirst();
            assertEquals(better.id(), shown.id());
            assertEquals(List.of(worse.startTicks(), worse.durationTicks()), List.of(shown.startTicks(), shown.durationTicks()));
            viewer.at(0, false);
            bench.pass(0);
            assertEquals(Optional.empty(), bench.queue.rank(better.id()));
        }
    }

    @Test
    void anEncoderThatFailsGivesWayToTheNext() {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        String before = preview.revision().pictures(0, 1).getFirst().id();
        for (int i = 0; i < 3; i++) {
            bench.qualities.breaker().failed("libx264");
        }
        String after = preview.revision().pictures(0, 1).getFirst().id();
        assertTrue(!before.equals(after));
        bench.encoders.clear();
        assertThrows(IllegalStateException.class, () -> preview.revision().pictures(0, 1));
    }

    @Test
    void whatIsReadIsWantedUntilItIsClosedAndAClosedPreviewOpensNothing() throws Exception {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        PreviewRevision revision = preview.revision();
        PreviewSegment segment = revision.pictures(700, 701).getFirst();
        try (SegmentBytes bytes = revision.open(segment)) {
            assertEquals(Optional.of(Level.NOW), bench.level(revision, 700));
            assertTrue(!bytes.status().isReadable());
        }
        assertEquals(0, bench.queue.size());
        preview.close();
        assertThrows(IOException.class, () -> revision.open(segment));
    }

    @Test
    void equalPiecesOfDifferentPlacesHaveOneIdAndTheirOwnTicks() {
        PreviewRevision revision = bench.open(PreviewBench.sequence(250)).revision();
        List<PreviewSegment> pieces = revision.pictures(0, 100);
        assertEquals(pieces.get(0).id(), pieces.get(1).id());
        assertEquals(50, pieces.get(1).startTicks());
        assertEquals(25, pieces.get(1).ticksPerSecond());
    }
}
