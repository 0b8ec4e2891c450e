package org.reelbench.encoding.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.encoding.internal.segment.Orders.picture;
import static org.reelbench.encoding.internal.segment.Orders.sound;
import static org.reelbench.encoding.internal.segment.Orders.wish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.media.CancelledException;

/** Who gets what to do, and when it is taken away again, by a clock of the test. */
class SegmentQueueTest {

    static final Duration SILENCE = Duration.ofSeconds(10);

    private long nowNs = 1;
    private final Set<String> kept = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private final SegmentQueue queue = new SegmentQueue(() -> nowNs, kept::contains,
            (id, status) -> told.add(id + " " + status.state()));

    private Optional<LeaseOutput> next(SegmentOrder... before) throws InterruptedException {
        return queue.take(List.of(before), SILENCE, Duration.ZERO, () -> false);
    }

    private String nextId(SegmentOrder... before) throws InterruptedException {
        return next(before).map(output -> output.order().segment().id()).orElse("nothing");
    }

    @Test
    void theMostUrgentGoesFirstAndTheNearestOfThose() throws Exception {
        queue.want("viewer", List.of(wish(picture(2000, 2050), Level.VISIBLE, 1), wish(picture(1000, 1050), Level.AHEAD, 300),
                wish(picture(0, 50), Level.AHEAD, 40), wish(picture(3000, 3050), Level.NOW, 0),
                wish(picture(4000, 4050), Level.IDLE, 0)));
        assertEquals(List.of("v-3000", "v-0", "v-1000", "v-2000", "v-4000", "nothing"),
                List.of(nextId(), nextId(), nextId(), nextId(), nextId(), nextId()));
    }

    @Test
    void aWorkerGoesOnWhereItIsUnlessSomethingMoreUrgentWaits() throws Exception {
        SegmentOrder before = picture(1000, 1050);
        queue.want("viewer", List.of(wish(picture(0, 50), Level.AHEAD, 10), wish(picture(1050, 1100), Level.AHEAD, 900)));
        assertEquals("v-1050", nextId(before));
        queue.want("other", List.of(wish(picture(2000, 2050), Level.NOW, 0), wish(picture(1100, 1150), Level.AHEAD, 1)));
        assertEquals("v-2000", nextId(picture(1050, 1100)));
    }

    @Test
    void whatAnotherWorkerComesToIsLeftToIt() throws Exception {
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            wishes.add(wish(picture(50 * i, 50 * i + 50), Level.AHEAD, 50 * i));
        }
        queue.want("viewer", wishes);
        assertEquals("v-0", nextId());
        // Ten seconds on, so that the pictures of one group are decoded by one worker.
        assertEquals("v-300", nextId());
        assertEquals("nothing", nextId());
        queue.want("reader", List.of(wish(picture(50, 100), Level.NOW, 0)));
        assertEquals("v-50", nextId(), "but not if somebody looks at it");
    }

    @Test
    void soundIsClaimedByNobody() throws Exception {
        queue.want("viewer", List.of(wish(sound(0, 96_000), Level.AHEAD, 0), wish(sound(96_000, 192_000), Level.AHEAD, 50)));
        assertEquals(List.of("s-0", "s-96000"), List.of(nextId(), nextId()));
    }

    @Test
    void whatNobodyWantsAnyMoreIsStoppedAndWhatSomebodyElseWantsGoesOn() throws Exception {
        queue.want("one", List.of(wish(picture(0, 50), Level.NOW, 0), wish(picture(1000, 1050), Level.NOW, 0)));
        queue.want("two", List.of(wish(picture(1000, 1050), Level.IDLE, 0)));
        LeaseOutput first = next().orElseThrow();
        LeaseOutput second = next().orElseThrow();
        LeaseOutput lonely = first.order().segment().start() == 0 ? first : second;
        LeaseOutput shared = lonely == first ? second : first;
        queue.want("one", List.of());
        assertTrue(lonely.cancellation().isCancelled());
        assertThrows(CancelledException.class, () -> lonely.heartbeat(1));
        shared.heartbeat(1);
        assertEquals(1, queue.size());
    }

    @Test
    void somethingThatCanWaitMakesWayWhenAllWorkersAreBusy() throws Exception {
        queue.want("idle", List.of(wish(picture(0, 50), Level.IDLE, 0), wish(picture(1000, 1050), Level.AHEAD, 9)));
        LeaseOutput ahead = next().orElseThrow();
        LeaseOutput idle = next().orElseThrow();
        queue.want("reader", List.of(wish(picture(2000, 2050), Level.NOW, 0)));
        assertTrue(idle.cancellation().isCancelled());
        assertFalse(ahead.cancellation().isCancelled());
        idle.release();
        assertEquals("v-2000", nextId());
        assertEquals("v-0", nextId(), "it is still wanted");
    }

    @Test
    void aWorkerThatIsSilentLosesItsLeaseAndWhatItSendsLaterIsRefused() throws Exception {
        queue.want("reader", List.of(wish(picture(0, 50), Level.NOW, 0)));
        LeaseOutput lost = next().orElseThrow();
        lost.init(TinyMp4.init(66, 0, 30));
        lost.fragment(TinyMp4.fragment(0, 2, true, 10));
        nowNs += SILENCE.toNanos() - 1;
        queue.expire();
        lost.heartbeat(2);
        nowNs += SILENCE.toNanos() + 1;
        queue.expire();
        assertThrows(CancelledException.class, () -> lost.fragment(TinyMp4.fragment(2, 2, false, 10)));
        assertThrows(SegmentFailedException.class, () -> lost.bytes().await(100_000, Duration.ZERO));
        LeaseOutput again = next().orElseThrow();
        assertNotSame(lost.bytes(), again.bytes());
        assertFalse(again.bytes().status().isReadable());
        lost.release();
        again.heartbeat(0);
    }

    @Test
    void whatFailedIsTriedAgainAfterAWhile() throws Exception {
        queue.want("reader", List.of(wish(picture(0, 50), Level.NOW, 0)));
        next().orElseThrow().fail("the clip 'c' is missing");
        assertEquals(List.of("v-0 FAILED"), told);
        assertEquals("the clip 'c' is missing", queue.bytes("v-0").orElseThrow().status().message());
        assertEquals("nothing", nextId());
        nowNs += Duration.ofSeconds(6).toNanos();
        assertEquals("v-0", nextId());
    }

    @Test
    void whatIsFinishedIsToldAndNotMadeAgainThoughSomebodyStillSawThatItWasMissing() throws Exception {
        Wish wish = wish(picture(0, 50), Level.AHEAD, 0);
        queue.want("viewer", List.of(wish));
        LeaseOutput output = next().orElseThrow();
        output.init(TinyMp4.init(66, 0, 30));
        output.fragment(TinyMp4.fragment(0, 50, true, 10));
        kept.add("v-0");
        output.finish();
        assertEquals(List.of("v-0 ENCODING", "v-0 ENCODING", "v-0 READY"), told);
        assertEquals(SegmentState.READY, output.bytes().status().state());
        queue.want("viewer", List.of(wish));
        assertEquals("nothing", nextId());
        assertEquals(0, queue.size());
    }

    @Test
    void whatIsFinishedAlthoughItWasToMakeWayIsNotMadeAgain() throws Exception {
        queue.want("idle", List.of(wish(picture(0, 50), Level.IDLE, 0), wish(picture(50, 100), Level.IDLE, 50)));
        LeaseOutput idle = next().orElseThrow();
        idle.init(TinyMp4.init(66, 0, 30));
        idle.fragment(TinyMp4.fragment(0, 50, true, 10));
        queue.want("reader", List.of(wish(picture(2000, 2050), Level.NOW, 0)));
        assertTrue(idle.cancellation().isCancelled());
        idle.finish();
        assertEquals("v-2000", nextId());
        assertEquals("v-50", nextId(), "and its neighbour is nobody's any more");
        assertEquals("nothing", nextId());
        assertEquals(2, queue.size());
    }

    @Test
    void aFailureOfAWorkerThatWasToldToStopDoesNotCount() throws Exception {
        queue.want("idle", List.of(wish(picture(0, 50), Level.IDLE, 0)));
        LeaseOutput idle = next().orElseThrow();
        queue.want("reader", List.of(wish(picture(2000, 2050), Level.NOW, 0)));
        idle.fail("it was interrupted");
        assertEquals(List.of(), told);
        assertEquals("v-2000", nextId());
        assertEquals("v-0", nextId());
    }

    @Test
    void whoWaitsForWhatMadeWayGoesOnWaiting() throws Exception {
        queue.want("idle", List.of(wish(picture(0, 50), Level.IDLE, 0)));
        LeaseOutput idle = next().orElseThrow();
        queue.want("reader", List.of(wish(picture(2000, 2050), Level.NOW, 0)));
        queue.want("late", List.of(wish(picture(0, 50), Level.NOW, 0)));
        GrowingBytes awaited = queue.bytes("v-0").orElseThrow();
        idle.release();
        assertEquals(SegmentState.PENDING, awaited.status().state());
        LeaseOutput again = next().orElseThrow();
        again.init(TinyMp4.init(66, 0, 30));
        again.fragment(TinyMp4.fragment(0, 50, true, 10));
        assertTrue(awaited.await(0, Duration.ZERO));
    }

    @Test
    void whatIsFinishedServesThoseWhoWantedItAnewMeanwhile() throws Exception {
        queue.want("one", List.of(wish(picture(0, 50), Level.NOW, 0)));
        LeaseOutput output = next().orElseThrow();
        output.init(TinyMp4.init(66, 0, 30));
        output.fragment(TinyMp4.fragment(0, 50, true, 10));
        queue.want("one", List.of());
        queue.want("two", List.of(wish(picture(0, 50), Level.NOW, 0)));
        GrowingBytes awaited = queue.bytes("v-0").orElseThrow();
        output.finish();
        assertEquals(SegmentState.READY, awaited.status().state());
        assertEquals(output.bytes().sizeBytes(), awaited.sizeBytes());
        assertEquals("nothing", nextId());
    }

    @Test
    void whoeverWaitsIsServedByHowNearHeLooksAndByHisTurnOnceHeWaitedLong() throws Exception {
        queue.want("far", List.of(wish(picture(9000, 9050), Level.NOW, 9000)));
        queue.want("farther", List.of(wish(picture(9500, 9550), Level.NOW, 9500)));
        for (int i = 0; i < 4; i++) {
            queue.want("near" + i, List.of(wish(picture(50 * i, 50 * i + 50), Level.NOW, 1 + 50 * i)));
        }
        assertEquals("v-0", nextId());
        assertEquals("v-50", nextId());
        nowNs += Duration.ofSeconds(5).toNanos();
        queue.want("playhead", List.of(wish(picture(4000, 4050), Level.NOW, 0)));
        assertEquals(List.of("v-4000", "v-9000", "v-9500", "v-100", "v-150"),
                List.of(nextId(), nextId(), nextId(), nextId(), nextId()));
    }

    @Test
    void whatIsFinishedThoughNobodyWantsItAnyMoreIsToldToo() throws Exception {
        queue.want("viewer", List.of(wish(picture(0, 50), Level.AHEAD, 0)));
        LeaseOutput output = next().orElseThrow();
        output.init(TinyMp4.init(66, 0, 30));
        queue.want("viewer", List.of());
        output.finish();
        assertEquals(List.of("v-0 ENCODING", "v-0 READY"), told);
    }

    @Test
    void aClosedQueueHandsNothingOutAndEndsWhoReads() throws Exception {
        queue.want("reader", List.of(wish(picture(0, 50), Level.NOW, 0)));
        GrowingBytes bytes = queue.bytes("v-0").orElseThrow();
        queue.close();
        assertEquals("nothing", nextId());
        assertThrows(SegmentFailedException.class, () -> bytes.await(0, Duration.ZERO));
    }
}
