package org.reelbench.encoding.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.encoding.internal.segment.Orders.picture;
import static org.reelbench.encoding.internal.segment.Orders.wish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentOutput;
import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.media.MediaException;

/** A lane with a worker of the test: what it delivers wrongly is never kept, and how it fails is told. */
@Timeout(60)
class LaneLoopTest {

    /** What a worker of the test does with an order. */
    private interface Making {
        void make(SegmentOrder order, SegmentOutput output) throws MediaException;
    }

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final SegmentQueue queue = new SegmentQueue(System::nanoTime, _ -> false, (_, _) -> {
        // outcomes are enough here
    });
    private final List<LaneLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private void run(Making making) {
        SegmentWorker worker = new SegmentWorker() {

            @Override
            public String name() {
                return "test";
            }

            @Override
            public int slots() {
                return 1;
            }

            @Override
            public Lane openLane() {
                return new Lane() {

                    @Override
                    public void make(SegmentOrder order, SegmentOutput output) throws MediaException {
                        making.make(order, output);
                    }

                    @Override
                    public void rest() {
                        told.add("rest");
                    }

                    @Override
                    public void close() {
                        told.add("closed");
                    }
                };
            }
        };
        Outcomes outcomes = new Outcomes() {

            @Override
            public void made(SegmentOrder order, GrowingBytes bytes, Duration took) {
                told.add("made " + order.segment().id());
            }

            @Override
            public void failed(SegmentOrder order, boolean encoderToBlame) {
                told.add("failed " + order.segment().id() + (encoderToBlame ? " by the encoder" : ""));
            }
        };
        // Whatever is decoded fails: fakes are damaged before that is asked.
        LaneLoop loop = new LaneLoop(queue, worker, new SegmentCheck((_, _) -> {
            throw new MediaException(MediaException.Reason.NOT_MEDIA, "tiny", "nothing to decode");
        }, null), outcomes);
        loops.add(loop);
        threads.add(Thread.ofPlatform().daemon().start(loop));
    }

    @AfterEach
    void end() throws Exception {
        loops.forEach(LaneLoop::stop);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            assertFalse(thread.isAlive());
        }
    }

    private String next() throws InterruptedException {
        String next = told.poll(30, TimeUnit.SECONDS);
        return next == null ? "silence" : next;
    }

    private void want(SegmentOrder order) {
        queue.want("test", List.of(wish(order, Level.NOW, 0)));
    }

    @Test
    void whatIsTooShortIsThrownAway() throws Exception {
        run((_, output) -> {
            output.init(TinyMp4.init(66, 0, 30));
            output.fragment(TinyMp4.fragment(0, 49, true, 10));
        });
        want(picture(0, 50));
        assertEquals("failed v-0 by the encoder", next());
    }

    @Test
    void whatDoesNotBeginWithASyncSampleIsThrownAway() throws Exception {
        run((_, output) -> {
            output.init(TinyMp4.init(66, 0, 30));
            output.fragment(TinyMp4.fragment(0, 50, false, 10));
        });
        want(picture(0, 50));
        assertEquals("failed v-0 by the encoder", next());
        assertTrue(queue.bytes("v-0").orElseThrow().status().message().contains("no sync sample"));
    }

    @Test
    void whatCannotBeDecodedIsThrownAway() throws Exception {
        run((_, output) -> {
            output.init(TinyMp4.init(66, 0, 30));
            output.fragment(TinyMp4.fragment(0, 50, true, 10));
        });
        want(picture(0, 50));
        assertEquals("failed v-0 by the encoder", next());
        assertTrue(queue.bytes("v-0").orElseThrow().status().message().contains("cannot be decoded"));
    }

    @Test
    void aMissingMediumIsNoFaultOfTheEncoder() throws Exception {
        run((_, _) -> {
            throw new MediaException(MediaException.Reason.MISSING, "beach.mp4", "there is no such file");
        });
        want(picture(0, 50));
        assertEquals("failed v-0", next());
        assertEquals("beach.mp4: there is no such file", queue.bytes("v-0").orElseThrow().status().message());
    }

    @Test
    void anythingThatAWorkerThrowsIsToldAndTheLaneGoesOn() throws Exception {
        run((order, _) -> {
            throw new IllegalStateException("a bug at " + order.segment().start());
        });
        want(picture(0, 50));
        assertEquals("rest", next());
        assertEquals("failed v-0", next());
        want(picture(50, 100));
        assertEquals("rest", next());
        assertEquals("failed v-50", next());
    }

    @Test
    void whatNobodyWantsAnyMoreEndsWithinAMomentAndIsNotKept() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        run((_, output) -> {
            begun.countDown();
            while (true) {
                output.heartbeat(0);
                Thread.onSpinWait();
            }
        });
        want(picture(0, 50));
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        queue.want("test", List.of());
        loops.getFirst().stop();
        assertEquals("closed", next());
    }
}
