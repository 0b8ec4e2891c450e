package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Canvas;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.Sequences;
import org.reelbench.render.Source;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;

/** A feed whose tasks run when the test says so, one by one. */
@Timeout(60)
class LayerFeedTest {

    private final FakeCatalog catalog = Sequences.catalog();
    private final FakeReaders readers = new FakeReaders();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean stopped;

    @AfterEach
    void nothingIsLeft() {
        runAll();
        assertEquals(0, readers.decoded.live());
        assertEquals(0, readers.open());
        assertEquals(0, catalog.openSources());
    }

    @Test
    void neverHasMoreThanOneTask() throws MediaException {
        try (LayerFeed feed = feed(0, 100)) {
            feed.extendTo(100);
            feed.extendTo(200);
            assertEquals(1, tasks.size());
            for (int i = 0; i < LayerFeed.DEPTH; i++) {
                tasks.removeFirst().run();
                assertEquals(i < LayerFeed.DEPTH - 1 ? 1 : 0, tasks.size());
            }
            assertEquals("full#0", taken(feed));
            assertEquals(1, tasks.size());
        }
    }

    @Test
    void stopsAtItsEndUntilItIsExtended() throws MediaException {
        try (LayerFeed feed = feed(7, 9)) {
            feed.extendTo(9);
            runAll();
            assertEquals(List.of("full#7", "full#8"), readers.decodes());
            feed.extendTo(10);
            runAll();
            assertEquals("full#7", taken(feed));
            assertEquals("full#8", taken(feed));
            assertEquals("full#9", taken(feed));
            assertEquals(10, feed.position());
        }
    }

    @Test
    void aTaskThatWaitedThroughAJumpDecodesTheNewPlace() throws MediaException {
        try (LayerFeed feed = feed(0, 100)) {
            feed.extendTo(100);
            feed.restartAt(50, 52);
            runAll();
            assertEquals(List.of("full#50", "full#51"), readers.decodes());
            assertEquals("full#50", taken(feed));
        }
    }

    @Test
    void aJumpThrowsAwayWhatWasDecodedAndWhatFailed() throws MediaException {
        readers.fail("full#2", new MediaException(MediaException.Reason.DAMAGED, "full", "damaged"));
        try (LayerFeed feed = feed(0, 100)) {
            feed.extendTo(100);
            runAll();
            assertEquals(2, readers.decoded.live());
            feed.restartAt(60, 61);
            assertEquals(0, readers.decoded.live());
            runAll();
            assertEquals("full#60", taken(feed));
            assertEquals(1, readers.opened("full"));
        }
    }

    @Test
    void aFrameDecodedDuringAJumpIsNotShownAtTheNewPlace() throws Exception {
        Gate gate = readers.gate("full#0");
        readers.fail("full#0", new MediaException(MediaException.Reason.DAMAGED, "full", "damaged"));
        try (LayerFeed feed = feed(0, 100)) {
            feed.extendTo(100);
            Thread decoder = Thread.ofPlatform().start(tasks.removeFirst());
            gate.awaitReached();
            feed.restartAt(50, 51);
            gate.open();
            decoder.join();
            runAll();
            assertEquals("full#50", taken(feed));
        }
        gate = readers.gate("full#7");
        try (LayerFeed feed = feed(7, 100)) {
            feed.extendTo(100);
            Thread decoder = Thread.ofPlatform().start(tasks.removeFirst());
            gate.awaitReached();
            feed.restartAt(60, 61);
            gate.open();
            decoder.join();
            assertEquals(0, readers.decoded.live());
            runAll();
            assertEquals("full#60", taken(feed));
        }
    }

    @Test
    void framesBeforeAFailureAreDelivered() throws MediaException {
        readers.fail("full#2", new MediaException(MediaException.Reason.DAMAGED, "full", "damaged"));
        try (LayerFeed feed = feed(0, 100)) {
            feed.extendTo(100);
            runAll();
            assertEquals("full#0", taken(feed));
            assertEquals("full#1", taken(feed));
            assertThrows(MediaException.class, () -> taken(feed));
        }
    }

    @Test
    void aClosedFeedOpensNothing() {
        LayerFeed feed = feed(0, 100);
        feed.extendTo(100);
        feed.close();
        feed.close();
        runAll();
        assertEquals(0, readers.opened("full"));
        feed.extendTo(200);
        assertTrue(tasks.isEmpty());
    }

    @Test
    void aClosedFeedGivesBackWhatWaitedEvenWhileATaskIsQueued() {
        LayerFeed feed = feed(0, 100);
        feed.extendTo(100);
        tasks.removeFirst().run();
        tasks.removeFirst().run();
        assertEquals(2, readers.decoded.live());
        feed.close();
        assertEquals(0, readers.decoded.live());
    }

    @Test
    void whatIsDecodedAfterTheThreadsStoppedIsDeliveredFirst() throws MediaException {
        try (LayerFeed feed = feed(0, 100)) {
            feed.extendTo(100);
            stopped = true;
            tasks.removeFirst().run();
            assertEquals("full#0", taken(feed));
            assertThrows(CancelledException.class, () -> taken(feed));
        }
    }

    private LayerFeed feed(long from, long to) {
        Source source = new Source(new MediaStream(new Id("full"), 0), Rational.ONE, RationalTime.ZERO);
        Canvas canvas = new Canvas(Sequences.WIDTH_PX, Sequences.HEIGHT_PX, Sequences.FPS_25, ColorDescription.BT709_LIMITED);
        Means means = new Means(catalog, readers, new FakeComposers(), this::accept, 0);
        return new LayerFeed(source, Sequences.FPS_25,
                cancellation -> FrameSource.open(source.content(), means, canvas, true, cancellation), this::accept,
                new ReadAhead(new Tally("read ahead"), Long.MAX_VALUE, () -> 0).share(), false,
                from, to);
    }

    private void accept(Runnable task) {
        if (stopped) {
            throw new RejectedExecutionException("stopped");
        }
        tasks.addLast(task);
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    private static String taken(LayerFeed feed) throws MediaException {
        try (VideoFrame frame = feed.take(new Cancellation())) {
            return CountedFrame.text(frame);
        }
    }
}
