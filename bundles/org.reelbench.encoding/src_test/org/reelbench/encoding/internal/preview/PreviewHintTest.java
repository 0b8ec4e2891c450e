package org.reelbench.encoding.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.preview.PreviewHint;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** What is made because it may be wanted next, and when it is not. */
class PreviewHintTest {

    private final PreviewBench bench = new PreviewBench();

    @Test
    void bothSidesOfTheSelectedEdgeAreMadeWhenNothingElseIs() {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        try (Viewer viewer = preview.viewer()) {
            viewer.at(100, false);
            viewer.hint(PreviewHint.edge(1000, 25));
            bench.pass(0);
            assertEquals(Optional.of(Level.SPECULATIVE), bench.level(preview.revision(), 999));
            assertEquals(Optional.of(Level.SPECULATIVE), bench.level(preview.revision(), 1000));
            assertEquals(Optional.empty(), bench.level(preview.revision(), 1100));
            viewer.hint(PreviewHint.NONE);
            bench.pass(0);
            assertEquals(Optional.empty(), bench.level(preview.revision(), 1000));
        }
    }

    @Test
    void theClipUnderThePointerIsMadeAndGivesWayToWhatPlays() {
        SequencePreview preview = bench.open(PreviewBench.sequence());
        try (Viewer viewer = preview.viewer()) {
            viewer.hint(new PreviewHint(List.of(new FrameRange(1200, 1250)), List.of()));
            bench.pass(0);
            assertEquals(Optional.of(Level.SPECULATIVE), bench.level(preview.revision(), 1200));
            viewer.at(0, true);
            bench.pass(0);
            assertEquals(Optional.empty(), bench.level(preview.revision(), 1200));
        }
    }

    @Test
    void whereUndoLeadsIsMadeBeforeAnybodyGoesThere() throws Exception {
        Sequence before = PreviewBench.sequence();
        Sequence after = Edits.setOpacity(before, new Id("c4"), 0.5);
        SequencePreview preview = bench.open(before);
        String wanted = preview.revision().pictures(200, 201).getFirst().id();
        preview.show(after, PreviewBench.NO_MEDIA);
        try (Viewer viewer = preview.viewer()) {
            viewer.at(200, false);
            viewer.hint(new PreviewHint(List.of(), List.of(before)));
            bench.pass(100);
            assertEquals(Optional.of(Level.SPECULATIVE), bench.queue.rank(wanted).map(rank -> rank.level()));
            assertEquals(Optional.of(Level.NOW), bench.level(preview.revision(), 200));
        }
    }

    @Test
    void onBatteryNothingIsMadeThatNobodyMayWant() {
        bench.onBattery = true;
        SequencePreview preview = bench.open(PreviewBench.sequence());
        try (Viewer viewer = preview.viewer()) {
            viewer.at(500, false);
            viewer.hint(PreviewHint.edge(1000, 25));
            bench.pass(0);
            assertEquals(Optional.of(Level.NOW), bench.level(preview.revision(), 500));
            assertEquals(Optional.empty(), bench.level(preview.revision(), 1000));
            assertEquals(Optional.empty(), bench.level(preview.revision(), 0));
            assertEquals(Optional.empty(), bench.level(preview.revision(), 480), "nor where people step back to");
        }
    }
}
