package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.FrameStack;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Sequences;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/** A pipeline over fakes, with decoding threads or on the calling thread; at the end nothing may be left open. */
final class Bench implements AutoCloseable {

    final FakeCatalog catalog = Sequences.catalog();
    final FakeReaders readers = new FakeReaders();
    final FakeComposers composers = new FakeComposers();
    private final @Nullable ExecutorService threads;
    private final Executor decoders;
    private final List<VideoPipeline> pipelines = new ArrayList<>();

    private Bench(@Nullable ExecutorService threads, Executor decoders) {
        this.threads = threads;
        this.decoders = decoders;
    }

    /** A bench with two decoding threads, as in earnest. */
    static Bench threaded() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        return new Bench(threads, threads);
    }

    /** A bench that decodes on the calling thread as soon as a feed wants a frame: nothing depends on chance. */
    static Bench direct() {
        return new Bench(null, Runnable::run);
    }

    /** A pipeline of a sequence, and of others that it shows. */
    VideoPipeline pipeline(Sequence sequence, Sequence... nested) {
        return pipeline(sequence, catalog.with(List.of(nested)));
    }

    private VideoPipeline pipeline(Sequence sequence, MediaCatalog media) {
        VideoPipeline pipeline = new VideoPipeline(sequence, media, readers, composers, decoders);
        pipelines.add(pipeline);
        return pipeline;
    }

    /** The text of one rendered frame. */
    static String frame(VideoPipeline pipeline, long frame) throws RenderException {
        try (VideoFrame picture = pipeline.frame(frame, new Cancellation())) {
            return CountedFrame.text(picture);
        }
    }

    /** The texts of a run of frames; checks their numbers and times on the way. */
    static List<String> run(VideoPipeline pipeline, Sequence sequence, long from, long to)
            throws RenderException, MediaException {
        List<String> texts = new ArrayList<>();
        pipeline.run(from, to, (frame, picture) -> {
            assertEquals(from + texts.size(), frame);
            assertEquals(sequence.rate().timeOf(frame), picture.time());
            texts.add(CountedFrame.text(picture));
        }, new Cancellation());
        return texts;
    }

    /** What a frame should say, found without spans. */
    static String expected(Sequence sequence, long frame) {
        List<String> layers = new ArrayList<>();
        for (FrameStack.Seen seen : FrameStack.at(sequence, frame)) {
            Content content = seen.clip().content();
            String picture = switch (content) {
            case Generator generator -> generator.equals(Generator.color("#ff0000")) ? "luma 63" : "luma 173";
            case MediaStream stream -> FakeReaders.picture(stream.media().value(), seen.time());
            case NestedSequence _ -> throw new IllegalArgumentException("no nested sequences here");
            case Still still -> FakeReaders.picture(still.media().value(), RationalTime.ZERO);
            };
            layers.add(FakeComposers.layer(picture, seen.opacity() * seen.weight(), seen.time()));
        }
        return String.join(" ", layers);
    }

    /** Stops the decoding threads after what they are at. */
    void stopThreads() throws InterruptedException {
        ExecutorService running = threads;
        if (running != null) {
            running.shutdown();
            assertTrue(running.awaitTermination(20, TimeUnit.SECONDS), "a decoding task hangs");
        }
    }

    /** Closes the pipelines and checks that everything was given back. */
    @Override
    public void close() throws InterruptedException {
        pipelines.forEach(VideoPipeline::close);
        stopThreads();
        assertEquals(0, readers.decoded.live(), "decoded frames are left");
        assertEquals(0, composers.composed.live(), "composed frames are left");
        assertEquals(0, readers.open(), "readers are left open");
        assertEquals(0, catalog.openSources(), "byte sources are left open");
        assertEquals(0, composers.open(), "composers are left open");
        assertEquals(0, readers.outOfTurn(), "a reader was used by two threads at once or after its end");
    }
}
