package org.reelbench.encoding.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.internal.segment.TinyMp4;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.Viewer;

/** When kept segments are compared, and what becomes of one that is not what is rendered. */
class IdleAuditTest {

    private final PreviewBench bench = new PreviewBench();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final SequencePreview preview = bench.open(PreviewBench.sequence(1500));
    private final IdleAudit audit = new IdleAudit(bench.shop, List.of(preview), threads::add);

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            bench.pass(1000);
            audit.tick();
        }
    }

    @Test
    void itBeginsWhenNothingWasToDoForAWhileAndGoesOnNowAndThen() {
        seconds(70);
        assertEquals(1, threads.size());
        seconds(120);
        assertEquals(1, threads.size(), "one at a time");
        threads.remove().run();
        seconds(70);
        assertEquals(1, threads.size());
    }

    @Test
    void itDoesNotBeginWhileSomethingIsToDoOrOnBattery() {
        try (Viewer viewer = preview.viewer()) {
            viewer.at(0, true);
            seconds(200);
            assertEquals(0, threads.size());
        }
        bench.pass(0);
        bench.onBattery = true;
        seconds(200);
        assertEquals(0, threads.size());
        bench.onBattery = false;
        seconds(1);
        assertEquals(1, threads.size());
    }

    @Test
    void whatIsNotWhatIsRenderedIsThrownAwayAndCounted() {
        // All whole pieces of one colour are one segment.
        PreviewSegment kept = preview.revision().pictures(0, 1).getFirst();
        bench.cache.keep(kept.id(), TinyMp4.segment(10));
        assertTrue(bench.cache.find(kept.id()).isPresent());
        seconds(70);
        threads.remove().run();
        assertEquals(1, bench.count.now(bench.queue).audited());
        assertEquals(1, bench.count.now(bench.queue).differing());
        assertFalse(bench.cache.find(kept.id()).isPresent());
    }
}
