package org.reelbench.encoding.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.encoding.internal.segment.Orders.picture;
import static org.reelbench.encoding.internal.segment.Orders.wish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.media.CancelledException;

/**
 * Many look, jump and read at once while workers finish, fail, are stopped and fall silent: whatever is waited for comes, and in
 * the end nothing is left. Time runs a thousand times as fast for leases and retries.
 */
@Timeout(300)
class SegmentQueueStormProperties {

    private static final int STEPS = "deep".equals(System.getProperty("reelbench.tier")) ? 10_000 : 1500;
    private static final int VIEWERS = 8;
    private static final int LANES = 3;
    private static final int PLACES = 400;
    /** Of real time: nothing takes that long but what never comes. */
    private static final Duration HANG = Duration.ofSeconds(60);

    private final Map<String, GrowingBytes> kept = new ConcurrentHashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final SegmentQueue queue = new SegmentQueue(() -> System.nanoTime() * 1000, kept::containsKey, (_, _) -> {
        // nobody listens
    });

    @Test
    void whateverIsWaitedForComes() throws Exception {
        long seed = Long.getLong("reelbench.seed", System.nanoTime());
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> lanes = new ArrayList<>();
            List<Future<?>> viewers = new ArrayList<>();
            try {
                for (int i = 0; i < LANES; i++) {
                    Random random = new Random(seed + i);
                    lanes.add(threads.submit(() -> work(random)));
                }
                for (int i = 0; i < VIEWERS; i++) {
                    Random random = new Random(seed - 1 - i);
                    viewers.add(threads.submit(() -> look(random, "seed " + seed)));
                }
                while (!viewers.stream().allMatch(Future::isDone)) {
                    queue.expire();
                    kept.keySet().removeIf(id -> id.hashCode() % 3 == 0);
                    Thread.onSpinWait();
                    viewers.stream().filter(viewer -> !viewer.isDone()).findFirst().ifPresent(SegmentQueueStormProperties::brief);
                }
                for (Future<?> viewer : viewers) {
                    viewer.get();
                }
            } finally {
                ended.set(true);
                queue.wake();
            }
            for (Future<?> lane : lanes) {
                lane.get(HANG.toSeconds(), TimeUnit.SECONDS);
            }
        }
        assertEquals(0, queue.size(), "seed " + seed);
        assertEquals(0, queue.busy(), "seed " + seed);
    }

    /** Waits a moment for somebody's end. */
    private static void brief(Future<?> viewer) {
        try {
            viewer.get(2, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            // it goes on
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            // told when all are asked
        }
    }

    private int work(Random random) throws InterruptedException {
        int made = 0;
        while (!ended.get()) {
            LeaseOutput output = queue.take(List.of(), SegmentQueueTest.SILENCE, Duration.ofSeconds(1), ended::get).orElse(null);
            if (output != null) {
                make(output, random);
                queue.done();
                made++;
            }
        }
        return made;
    }

    private void make(LeaseOutput output, Random random) {
        try {
            int fate = random.nextInt(20);
            output.heartbeat(0);
            if (fate == 0) {
                output.fail("it cannot be made now");
                return;
            }
            output.init(TinyMp4.init(66, 0, 30));
            output.fragment(TinyMp4.fragment(0, 25, true, 10));
            if (fate == 1) {
                // Silent for longer than the lease, by the clock of the test.
                java.util.concurrent.locks.LockSupport.parkNanos(SegmentQueueTest.SILENCE.toNanos() / 500);
            }
            output.fragment(TinyMp4.fragment(25, 25, false, 10));
            kept.put(output.order().segment().id(), output.bytes());
            output.finish();
        } catch (CancelledException e) {
            output.release();
        }
    }

    private int look(Random random, String why) throws InterruptedException {
        Object playhead = new Object();
        for (int i = 0; i < STEPS / VIEWERS; i++) {
            int place = random.nextInt(PLACES);
            List<Wish> wishes = new ArrayList<>();
            for (int ahead = 0; ahead < 6; ahead++) {
                wishes.add(wish(picture(50L * (place + ahead), 50L * (place + ahead) + 50), ahead == 0 ? Level.NOW : Level.AHEAD,
                        50L * ahead));
            }
            queue.want(playhead, wishes);
            read("v-" + 50 * place, place, random.nextInt(4) == 0, why);
        }
        queue.want(playhead, List.of());
        return STEPS;
    }

    /** Reads as clients do: what was given up is opened again. */
    private void read(String id, int place, boolean leavesEarly, String why) throws InterruptedException {
        for (long since = System.nanoTime(); System.nanoTime() - since < HANG.toNanos();) {
            if (kept.containsKey(id)) {
                return;
            }
            Object reader = new Object();
            queue.want(reader, List.of(wish(picture(50L * place, 50L * place + 50), Level.NOW, 1)));
            GrowingBytes bytes = queue.bytes(id).orElse(null);
            try {
                if (bytes != null && (leavesEarly || bytes.await(Long.MAX_VALUE, HANG))) {
                    return;
                }
            } catch (SegmentFailedException e) {
                Thread.onSpinWait();
            } finally {
                queue.want(reader, List.of());
            }
        }
        assertTrue(kept.containsKey(id), why + ": " + id + " never came");
    }
}
