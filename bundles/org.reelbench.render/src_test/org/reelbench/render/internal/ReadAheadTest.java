package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.Sequences;
import org.reelbench.render.Source;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;

class ReadAheadTest {

    private static final long PICTURE_BYTES = 1920 * 1080 * 3 / 2;

    private final AtomicLong nowNs = new AtomicLong();
    private final Tally tally = new Tally("read ahead");
    private final ReadAhead readAhead = new ReadAhead(tally, Long.MAX_VALUE, nowNs::get);
    private final MemoryLedger ledger = MemoryLedger.none();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final FakeReaders readers = new FakeReaders();

    private LayerFeed feed() {
        FakeCatalog catalog = Sequences.catalog();
        Means means = new Means(catalog, readers, new FakeComposers(), tasks::add, readAhead, 0);
        Canvas canvas = new Canvas(Sequences.WIDTH_PX, Sequences.HEIGHT_PX, Sequences.FPS_25, ColorDescription.BT709_LIMITED);
        Source source = new Source(new MediaStream(new Id("full"), 0), Rational.ONE, RationalTime.ZERO);
        return new LayerFeed(source, Sequences.FPS_25,
                cancellation -> FrameSource.open(source.content(), means, canvas, true, cancellation), tasks::add,
                readAhead.share(), false, 0, 100);
    }

    private void decode() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void theLedgerTellsWhatWaits() throws MediaException {
        tally.tellTo(ledger);
        try (LayerFeed feed = feed()) {
            feed.extendTo(100);
            decode();
            assertEquals(LayerFeed.DEPTH * PICTURE_BYTES, ledger.heldBytes());
            feed.take(new Cancellation()).close();
            assertEquals((LayerFeed.DEPTH - 1) * PICTURE_BYTES, ledger.heldBytes());
        }
        assertEquals(0, ledger.heldBytes());
        tally.leave(ledger);
        assertTrue(ledger.entries().isEmpty());
    }

    @Test
    void whenMemoryRunsShortOnlyWhatIsWantedIsDecodedForAWhileAndThenAsMuchAsBefore() throws MediaException {
        tally.tellTo(ledger);
        try (LayerFeed feed = feed()) {
            assertEquals(0, readAhead.cut());
            feed.extendTo(100);
            decode();
            assertEquals(PICTURE_BYTES, ledger.heldBytes());
            feed.take(new Cancellation()).close();
            decode();
            assertEquals(0, ledger.heldBytes());
            feed.extendTo(100);
            decode();
            assertEquals(PICTURE_BYTES, ledger.heldBytes());
            nowNs.addAndGet(TimeUnit.SECONDS.toNanos(30));
            feed.take(new Cancellation()).close();
            decode();
            assertEquals(LayerFeed.DEPTH * PICTURE_BYTES, ledger.heldBytes());
            assertEquals((LayerFeed.DEPTH - 1) * PICTURE_BYTES, readAhead.cut());
        }
    }

    @Test
    void layersShareAPartOfASmallBudgetAndWhatIsWantedIsDecodedAnyhow() throws MediaException {
        FixedBudget budget = new FixedBudget(10 * 2 * PICTURE_BYTES);
        readAhead.within(budget);
        try (LayerFeed first = feed()) {
            first.extendTo(100);
            decode();
            assertEquals(2 * PICTURE_BYTES, readAhead.heldBytes());
            try (LayerFeed second = feed(); LayerFeed third = feed()) {
                second.extendTo(100);
                third.extendTo(100);
                decode();
                assertEquals(4 * PICTURE_BYTES, readAhead.heldBytes());
                second.take(new Cancellation()).close();
                decode();
                assertEquals(3 * PICTURE_BYTES, readAhead.heldBytes());
            }
            readAhead.leave(budget);
            first.take(new Cancellation()).close();
            decode();
            assertEquals(LayerFeed.DEPTH * PICTURE_BYTES, readAhead.heldBytes());
        }
        assertEquals(0, readAhead.heldBytes());
    }

    /** A budget that nobody changes. */
    private record FixedBudget(long bytes) implements MemoryBudget {

        @Override
        public long usualBytes() {
            return bytes;
        }

        @Override
        public void choose(long other) {
            throw new UnsupportedOperationException("it is fixed");
        }
    }

    @Test
    void aJumpCountsNothingTwice() throws MediaException {
        try (LayerFeed feed = feed()) {
            feed.extendTo(100);
            decode();
            feed.restartAt(2, 100);
            assertEquals((LayerFeed.DEPTH - 2) * PICTURE_BYTES, readAhead.heldBytes());
            feed.restartAt(50, 100);
            assertEquals(0, readAhead.heldBytes());
            decode();
            assertEquals(LayerFeed.DEPTH * PICTURE_BYTES, readAhead.heldBytes());
        }
        assertEquals(0, readAhead.heldBytes());
    }
}
