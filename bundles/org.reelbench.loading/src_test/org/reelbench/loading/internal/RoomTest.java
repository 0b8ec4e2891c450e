package org.reelbench.loading.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.memory.Holding;

/** Readers that are opened within what the budget leaves. */
@Timeout(60)
class RoomTest {

    /** What one fake takes, of which a budget of so many holds fewer: a part is left to what is no decoder. */
    private static final long ONE_BYTES = oneBytes();

    private static long oneBytes() {
        try (Bench bench = new Bench(); FrameReader frames = bench.frames("v1")) {
            Bench.read(frames);
            return bench.ledger.heldBytes();
        } catch (MediaException e) {
            throw new AssertionError(e);
        }
    }

    private static FakeMonitor watch(Bench bench, double readers) {
        FakeMonitor monitor = new FakeMonitor((long) (ONE_BYTES * readers), bench.ledger::heldBytes);
        bench.core.room().watchedBy(monitor);
        return monitor;
    }

    /** Opens and reads each once: what was merely opened is not seen in a process. */
    private static List<FrameReader> open(Bench bench, int count) throws MediaException {
        List<FrameReader> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            FrameReader frames = bench.frames("v" + i);
            Bench.read(frames);
            all.add(frames);
        }
        return all;
    }

    @Test
    void moreTracksThanFitAreReadOneAfterTheOtherWithinTheBudget() throws MediaException {
        try (Bench bench = new Bench()) {
            FakeMonitor monitor = watch(bench, 5);
            List<FrameReader> all = open(bench, 8);
            for (int round = 0; round < 3; round++) {
                for (FrameReader frames : all) {
                    Bench.read(frames);
                    assertTrue(bench.ledger.heldBytes() <= 5 * ONE_BYTES, "held: " + bench.ledger.heldBytes());
                    assertTrue(bench.media.openReaders() >= 3, "open: " + bench.media.openReaders());
                }
            }
            all.forEach(frames -> assertEquals(4, frames.decodedFrames(), "nothing is lost, whichever readers it had"));
            assertTrue(monitor.mostBytes() <= 5 * ONE_BYTES, "held: " + monitor.mostBytes());
            assertTrue(bench.core.counts().yielded() > 8, "closed: " + bench.core.counts().yielded());
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void ofThoseReadInTurnTheOneReadLastGoesFirstAsItIsWantedLast() throws MediaException {
        try (Bench bench = new Bench()) {
            List<FrameReader> all = open(bench, 3);
            for (int i : List.of(1, 2, 0)) {
                bench.pass(1);
                Bench.read(all.get(i));
            }
            watch(bench, 4);
            FrameReader fourth = bench.frames("v4");
            Bench.read(all.get(1));
            Bench.read(all.get(2));
            assertEquals(List.of("v1", "v2", "v3", "v4"), bench.media.opened(), "those are open still");
            Bench.read(all.get(0));
            assertEquals(List.of("v1", "v2", "v3", "v4", "v1"), bench.media.opened());
            fourth.close();
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void whatNobodyReadsInTurnGoesBeforeThat() throws MediaException {
        try (Bench bench = new Bench()) {
            List<FrameReader> all = open(bench, 3);
            for (int turn = 0; turn < 3; turn++) {
                for (int i : List.of(1, 2)) {
                    bench.pass(1);
                    Bench.read(all.get(i));
                }
            }
            watch(bench, 4);
            FrameReader fourth = bench.frames("v4");
            Bench.read(all.get(1));
            Bench.read(all.get(2));
            assertEquals(List.of("v1", "v2", "v3", "v4"), bench.media.opened(), "those are open still");
            fourth.close();
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void layersReadInTurnAreMostlyOpenStillThoughOneHasNoRoom() throws MediaException {
        try (Bench bench = new Bench()) {
            watch(bench, 8);
            List<FrameReader> all = open(bench, 8);
            int before = bench.media.opened().size();
            for (int turn = 0; turn < 10; turn++) {
                for (FrameReader frames : all) {
                    bench.pass(1);
                    Bench.read(frames);
                }
            }
            int opened = bench.media.opened().size() - before;
            assertTrue(opened <= 40, "opened anew: " + opened + " of 80 reads");
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void whatNobodyReadsGoesBeforeWhatSomebodyReads() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.show(bench.visible("v1"));
            FrameReader frames = bench.frames("v2");
            Bench.read(frames);
            watch(bench, 3);
            FrameReader other = bench.frames("v3");
            assertEquals(0, bench.core.counts().yielded());
            assertEquals(0, bench.core.counts().idle());
            assertEquals(2, bench.media.openReaders());
            other.close();
            frames.close();
        }
    }

    @Test
    void oneIsReadEvenWhereNoneFits() throws MediaException {
        try (Bench bench = new Bench()) {
            watch(bench, 0.5);
            List<FrameReader> all = open(bench, 3);
            for (FrameReader frames : all) {
                Bench.read(frames);
                assertEquals(1, bench.media.openReaders());
            }
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void manyThreadsShareRoomForOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Bench bench = new Bench()) {
            watch(bench, 0.5);
            List<Future<Long>> done = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String name = "v" + i;
                done.add(threads.submit(() -> {
                    try (FrameReader frames = bench.frames(name)) {
                        for (int picture = 0; picture < 20; picture++) {
                            Bench.read(frames);
                        }
                        return frames.decodedFrames();
                    }
                }));
            }
            for (Future<Long> frames : done) {
                assertEquals(20, frames.get());
            }
        } finally {
            threads.shutdown();
            assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatMayBeWantedLaterIsNotLoadedWhileMemoryIsShort() throws MediaException {
        try (Bench bench = new Bench(); FrameReader frames = bench.frames("v1")) {
            Bench.read(frames);
            watch(bench, 1.2);
            bench.show(bench.visible("v1"), bench.visible("v2"));
            assertEquals(List.of("v1"), bench.media.opened());
        }
    }

    @Test
    void whatGrowsWhileItIsReadGivesWay() throws MediaException {
        try (Bench bench = new Bench()) {
            AtomicLong others = new AtomicLong();
            FakeMonitor monitor = new FakeMonitor(8 * ONE_BYTES, () -> bench.ledger.heldBytes() + others.get());
            bench.core.room().watchedBy(monitor);
            List<FrameReader> all = open(bench, 4);
            assertEquals(4, bench.media.openReaders());
            for (FrameReader frames : all) {
                bench.pass(1);
                Bench.read(frames);
            }
            others.set(4 * ONE_BYTES);
            bench.pass(1);
            Bench.read(all.get(3));
            assertEquals(2, bench.media.openReaders(), "80 % of 8 are 6");
            others.set(20 * ONE_BYTES);
            Bench.read(all.get(0));
            assertEquals(2, bench.media.openReaders(), "it is not looked at every picture");
            bench.pass(1);
            Bench.read(all.get(0));
            assertEquals(0, bench.media.openReaders());
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void aStepOfTheLadderTakesAsMuchAsIsWanted() throws MediaException {
        try (Bench bench = new Bench()) {
            List<FrameReader> all = open(bench, 4);
            for (FrameReader frames : all) {
                bench.pass(1);
                Bench.read(frames);
            }
            assertEquals(2 * ONE_BYTES, bench.core.relieveLeases(ONE_BYTES + 1));
            assertEquals(2, bench.media.openReaders());
            assertEquals(2 * ONE_BYTES, bench.held(Holding.DECODER) + bench.held(Holding.DEMUXER));
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void withoutAMonitorEverythingIsOpened() throws MediaException {
        try (Bench bench = new Bench()) {
            bench.core.room().leave(watch(bench, 1));
            List<FrameReader> all = open(bench, 5);
            assertEquals(5, bench.media.openReaders());
            all.forEach(FrameReader::close);
        }
    }

    @Test
    void failuresGiveTheirRoomBack() throws MediaException {
        try (Bench bench = new Bench()) {
            watch(bench, 3);
            bench.media.breakDown("v1");
            for (int i = 0; i < 10; i++) {
                assertThrows(MediaException.class, () -> bench.frames("v1"));
            }
            try (FrameReader one = bench.frames("v2")) {
                Bench.read(one);
                try (FrameReader two = bench.frames("v3")) {
                    Bench.read(two);
                    assertEquals(2, bench.media.openReaders());
                }
            }
        }
    }

    @Test
    void whatStaysOpenIsAPartOfTheBudget() {
        assertEquals(Budget.USUAL, Budget.USUAL.within(Long.MAX_VALUE));
        assertEquals(Budget.USUAL, Budget.USUAL.within(1L << 30));
        Budget small = Budget.USUAL.within(300L << 20);
        assertEquals(30L << 20, small.decoderBytes());
        assertEquals(10L << 20, small.standbyBytes());
    }
}
