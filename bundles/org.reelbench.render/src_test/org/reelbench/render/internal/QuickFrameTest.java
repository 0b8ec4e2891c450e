package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.timeline.Sequence;

/** What is painted at once after a jump: sync samples, put together as the frame is; media have one every 50 pictures. */
@Timeout(60)
class QuickFrameTest {

    private static Sequence sequence(String... tracks) {
        return Sequences.sequence(Sequences.FPS_25, tracks);
    }

    private static String quick(VideoPipeline pipeline, long frame) throws RenderException {
        Optional<VideoFrame> quick = pipeline.quickFrame(frame, new Cancellation());
        if (quick.isEmpty()) {
            return "none";
        }
        try (VideoFrame picture = quick.get()) {
            return CountedFrame.text(picture);
        }
    }

    private static String layer(String picture, long frame, double opacity) {
        return FakeComposers.layer(picture, opacity, Sequences.FPS_25.timeOf(frame));
    }

    @Test
    void aJumpShowsTheSyncSamplesOfAllLayersAndThenTheFrameItself() throws Exception {
        Sequence sequence = sequence("v1: full:300", "v2: narrow:300%0.5");
        try (Bench bench = Bench.threaded()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            assertEquals(layer("full#150", 170, 1) + " " + layer("narrow#150", 170, 0.5), quick(pipeline, 170));
            assertEquals(Bench.expected(sequence, 170), Bench.frame(pipeline, 170));
            assertEquals(1, bench.readers.opened("full"), "both came from one reader");
            assertEquals(4, bench.readers.decodes().size());
        }
    }

    @Test
    void aFewFramesOnTheFrameItselfIsAsQuick() throws Exception {
        Sequence sequence = sequence("v1: full:300");
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            Bench.frame(pipeline, 100);
            assertEquals("none", quick(pipeline, 101));
            assertEquals("none", quick(pipeline, 101 + LayerFeed.NEAR_FRAMES - 1));
            assertEquals(layer("full#100", 107, 1), quick(pipeline, 107));
            assertEquals(layer("full#50", 99, 1), quick(pipeline, 99));
        }
    }

    @Test
    void afterAQuickPictureARunGoesOnWithRightOnes() throws Exception {
        Sequence sequence = sequence("v1: full:300");
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            quick(pipeline, 170);
            assertEquals(List.of(Bench.expected(sequence, 171), Bench.expected(sequence, 172)),
                    Bench.run(pipeline, sequence, 171, 173));
        }
    }

    @Test
    void nestedSequencesShowTheSyncSamplesOfTheirLayers() throws Exception {
        Sequence inner = Sequences.as("inner", 64, 36, sequence("v1: full:300"));
        Sequence outer = sequence("v1: =inner:300");
        try (Bench bench = Bench.threaded()) {
            VideoPipeline pipeline = bench.pipeline(outer, inner);
            assertEquals(layer(layer("full#150", 170, 1), 170, 1), quick(pipeline, 170));
            assertEquals(layer(layer("full#170", 170, 1), 170, 1), Bench.frame(pipeline, 170));
        }
    }

    @Test
    void whatIsDrawnIsQuickByItself() throws Exception {
        try (Bench bench = Bench.direct()) {
            assertEquals("none", quick(bench.pipeline(sequence("v1: _:20")), 7));
        }
    }

    @Test
    void renderingBeginsBestWhereTheLowestMovingLayerHasASyncSample() throws Exception {
        Sequence sequence = sequence("v1: _:20 full:300@10 full:40@10*2", "v2: narrow:360%0.5");
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence);
            // Frame 100 shows picture 90, whose sync sample is picture 50: frame 60.
            assertEquals(60, pipeline.entryFrame(100, new Cancellation()));
            assertEquals(60, pipeline.entryFrame(60, new Cancellation()));
            assertEquals(20, pipeline.entryFrame(40, new Cancellation()), "not before the clip");
            // Twice as fast: frame 350 shows picture 70.
            assertEquals(340, pipeline.entryFrame(350, new Cancellation()));
            assertEquals(Bench.expected(sequence, 100), Bench.frame(pipeline, 100));
        }
        try (Bench bench = Bench.direct()) {
            VideoPipeline pipeline = bench.pipeline(sequence("v1: full:30*0"));
            assertEquals(7, pipeline.entryFrame(7, new Cancellation()), "what stands still begins anywhere");
        }
    }

    @Test
    void aJumpStopsWhatIsDecodedForTheOldPlace() throws Exception {
        Sequence sequence = sequence("v1: full:300");
        try (Bench bench = Bench.threaded()) {
            bench.readers.gate("full#170");
            VideoPipeline pipeline = bench.pipeline(sequence);
            Cancellation first = new Cancellation();
            CompletableFuture<String> old = new CompletableFuture<>();
            Thread waiting = Thread.ofPlatform().start(() -> {
                try (VideoFrame picture = pipeline.frame(170, first)) {
                    old.complete(CountedFrame.text(picture));
                } catch (RenderException | CancelledException e) {
                    old.completeExceptionally(e);
                }
            });
            first.cancel();
            assertThrows(ExecutionException.class, old::get);
            waiting.join();
            // The gate stays shut: were the decoder still at it, nothing would ever come.
            assertEquals(Bench.expected(sequence, 60), Bench.frame(pipeline, 60));
        }
    }
}
