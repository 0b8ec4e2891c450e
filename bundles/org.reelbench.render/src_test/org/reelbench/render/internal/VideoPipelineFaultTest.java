package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.Sequence;

/** What goes wrong on the way of a frame, and who hears of it. */
@Timeout(60)
class VideoPipelineFaultTest {

    private final MediaException damaged = new MediaException(MediaException.Reason.DAMAGED, "full.mp4", "frame 1833 is damaged");

    @Test
    void aFailingSourceNamesClipAndTimecode() throws Exception {
        Sequence sequence = Sequences.sequence(Sequences.FPS_29_97, "v1: _:1798 other:2 full:100@1800", "v2: narrow:2000");
        try (Bench bench = Bench.threaded()) {
            bench.readers.fail(FakeReaders.picture("full", sequence.rate().timeOf(1833)), damaged);
            List<Long> shown = new ArrayList<>();
            VideoPipeline pipeline = bench.pipeline(sequence);
            RenderException e = assertThrows(RenderException.class,
                    () -> pipeline.run(1790, 1900, (frame, _) -> shown.add(frame), new Cancellation()));
            assertEquals("full:100@1800", e.clipName());
            assertSame(damaged, e.media());
            assertEquals("clip 'full:100@1800' at 00:01:01;05: full.mp4: frame 1833 is damaged", e.getMessage());
            assertEquals(1833, e.frame());
            assertEquals(1832, shown.getLast());
        }
    }

    @Test
    void aFailureAheadIsToldAtItsOwnFrameAndNotAfterAJump() throws Exception {
        Sequence sequence = sequence("v1: full:100");
        try (Bench bench = Bench.direct()) {
            bench.readers.fail("full#14", damaged);
            VideoPipeline pipeline = bench.pipeline(sequence);
            Cancellation cancellation = new Cancellation();
            assertThrows(CancelledException.class, () -> pipeline.run(0, 100, (frame, _) -> {
                if (frame == 11) {
                    cancellation.cancel();
                }
            }, cancellation));
            assertTrue(bench.readers.decodes().contains("full#14"), "decoding has not run ahead into the failure");
            assertEquals(Bench.expected(sequence, 50), Bench.frame(pipeline, 50));
            assertEquals(14, assertThrows(RenderException.class, () -> Bench.frame(pipeline, 14)).frame());
            bench.readers.heal("full#14");
            assertEquals(Bench.expected(sequence, 14), Bench.frame(pipeline, 14));
        }
    }

    @Test
    void aMissingMediumBehindABorderIsToldThere() throws Exception {
        Sequence sequence = sequence("v1: full:10 gone:10");
        try (Bench bench = Bench.threaded()) {
            List<Long> shown = new ArrayList<>();
            VideoPipeline pipeline = bench.pipeline(sequence);
            RenderException e = assertThrows(RenderException.class,
                    () -> pipeline.run(0, 20, (frame, _) -> shown.add(frame), new Cancellation()));
            assertEquals(10, e.frame());
            assertEquals("gone:10", e.clipName());
            assertEquals(10, shown.size());
        }
    }

    @Test
    void aReaderThatCannotBeOpenedLeavesNoSourceOpen() throws Exception {
        try (Bench bench = Bench.threaded()) {
            bench.readers.fail("full", damaged);
            VideoPipeline pipeline = bench.pipeline(sequence("v1: narrow:10", "v2: full:10%0.5"));
            assertThrows(RenderException.class, () -> Bench.frame(pipeline, 5));
        }
    }

    @Test
    void aComposerThatFailsLeavesNoFrameOpen() throws Exception {
        try (Bench bench = Bench.threaded()) {
            bench.composers.failWith(new MediaException(MediaException.Reason.EFFECT, "blur", "it cannot work"));
            VideoPipeline one = bench.pipeline(sequence("v1: full:10"));
            assertEquals("full:10", assertThrows(RenderException.class, () -> Bench.frame(one, 5)).clipName());
            VideoPipeline two = bench.pipeline(sequence("v1: full:10", "v2: narrow:10"));
            assertEquals("", assertThrows(RenderException.class, () -> Bench.frame(two, 5)).clipName());
        }
    }

    @Test
    void anErrorOnADecodingThreadReachesTheCaller() throws Exception {
        for (Throwable broken : List.of(new UnsatisfiedLinkError("no library"), new IllegalStateException("a defect"))) {
            try (Bench bench = Bench.threaded()) {
                bench.readers.fail("full#5", broken);
                VideoPipeline pipeline = bench.pipeline(sequence("v1: full:10"));
                assertSame(broken, assertThrows(Throwable.class, () -> Bench.run(pipeline, sequence("v1: full:10"), 0, 10)));
            }
        }
    }

    @Test
    void cancellingEndsTheWaitForADecoderThatDoesNotListen() throws Exception {
        Sequence sequence = sequence("v1: full:100%0.5", "v2: narrow:100");
        try (Bench bench = Bench.threaded()) {
            Gate gate = bench.readers.gate("full#20").deaf();
            VideoPipeline pipeline = bench.pipeline(sequence);
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(pipeline, cancellation));
            gate.awaitReached();
            cancellation.cancel();
            ExecutionException end = assertThrows(ExecutionException.class, () -> run.get(20, TimeUnit.SECONDS));
            assertInstanceOf(CancelledException.class, end.getCause());
            pipeline.close();
            assertEquals(0, bench.composers.composed.live());
            assertTrue(bench.readers.open() > 0, "a reader at work is closed under its task");
            gate.open();
        }
    }

    @Test
    void closingCancelsTheDecoderAtWork() throws Exception {
        Sequence sequence = sequence("v1: full:100");
        try (Bench bench = Bench.threaded()) {
            Gate gate = bench.readers.gate("full#2");
            VideoPipeline pipeline = bench.pipeline(sequence);
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(pipeline, cancellation));
            gate.awaitReached();
            cancellation.cancel();
            assertThrows(ExecutionException.class, () -> run.get(20, TimeUnit.SECONDS));
            pipeline.close();
            bench.stopThreads();
            assertEquals(0, bench.readers.open());
        }
    }

    @Test
    void anInterruptedCallerStopsAndStaysInterrupted() throws Exception {
        try (Bench bench = Bench.threaded()) {
            Gate gate = bench.readers.gate("full#0");
            VideoPipeline pipeline = bench.pipeline(sequence("v1: full:100"));
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, () -> Bench.frame(pipeline, 0));
            assertTrue(Thread.interrupted());
            gate.open();
        }
    }

    @Test
    void whoRendersAfterTheServiceStoppedIsToldAndLosesNoFrame() throws Exception {
        Sequence sequence = sequence("v1: full:100");
        try (Bench bench = Bench.threaded()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            List<Long> shown = new ArrayList<>();
            assertThrows(CancelledException.class, () -> pipeline.run(0, 100, (frame, _) -> {
                shown.add(frame);
                if (frame == 3) {
                    stop(bench);
                }
            }, new Cancellation()));
            assertFalse(shown.size() < 4 || shown.size() > 4 + LayerFeed.DEPTH, () -> shown + " were shown");
        }
    }

    private static void stop(Bench bench) {
        try {
            bench.stopThreads();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(VideoPipeline pipeline, Cancellation cancellation) {
        try {
            pipeline.run(0, 100, (_, _) -> {
                // only rendering matters
            }, cancellation);
        } catch (RenderException | MediaException e) {
            throw new AssertionError(e);
        }
    }

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }
}
