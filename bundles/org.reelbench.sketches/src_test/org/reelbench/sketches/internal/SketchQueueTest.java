package org.reelbench.sketches.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.Cancellation;
import org.reelbench.sketches.SketchSource;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.time.RationalTime;

class SketchQueueTest {

    private static final SketchSource FILM = new SketchSource("film", () -> {
        throw new AssertionError("nobody opens it");
    }, 0);
    private final FakeLedger ledger = new FakeLedger();
    private final SketchCache cache = new SketchCache(ledger, 100_000, 10_000);
    private final SketchQueue queue = new SketchQueue();

    private static SketchKey at(int second) {
        return new SketchKey.Picture(FILM, RationalTime.ofSeconds(second));
    }

    private static List<SketchKey> keys(int... seconds) {
        List<SketchKey> keys = new ArrayList<>();
        for (int second : seconds) {
            keys.add(at(second));
        }
        return keys;
    }

    private static Thumbnail picture() {
        return new Thumbnail(160, 90, new byte[160 * 90 * 3]);
    }

    @Test
    void whatWasAskedForFirstIsMadeFirst() {
        queue.replace("view", keys(5, 1, 9));
        assertEquals(at(5), queue.next(cache));
        assertEquals(List.of("view"), queue.done(at(5)));
        assertEquals(at(1), queue.next(cache));
    }

    @Test
    void whatTheNextPaintingDoesNotShowIsNotMade() {
        queue.replace("view", keys(5, 1));
        assertEquals(at(5), queue.next(cache));
        Cancellation making = queue.cancellation();
        queue.replace("view", keys(5, 7));
        assertFalse(making.isCancelled(), "it is shown still");
        queue.replace("view", keys(7));
        assertTrue(making.isCancelled(), "nobody sees it any more");
        assertEquals(at(7), queue.next(cache));
    }

    @Test
    void whatIsThereOrFailedIsNotMadeAgain() {
        queue.replace("view", keys(1, 2, 3));
        cache.put(at(1), picture());
        queue.fail(at(2));
        assertEquals(at(3), queue.next(cache));
        queue.done(at(3));
        assertNull(queue.next(cache));
    }

    @Test
    void eachIsMadeOnceForAPaintingEvenIfMemoryIsTooShort() {
        queue.replace("view", keys(1, 2, 3, 4));
        int made = 0;
        for (SketchKey key = queue.next(cache); key != null; key = queue.next(cache)) {
            cache.put(key, picture());
            queue.done(key);
            made++;
            assertTrue(made <= 4, "the same are made again and again");
        }
        assertEquals(4, made);
    }

    @Test
    void memoryKeepsToItsBudgetSaysWhatItHoldsAndGivesBack() {
        for (int second = 0; second < 20; second++) {
            cache.put(at(second), picture());
            assertTrue(ledger.heldBytes() <= 110_000, "held: " + ledger.heldBytes());
        }
        assertTrue(cache.has(at(19)), "the latest is gone");
        assertFalse(cache.has(at(3)), "the oldest stays");
        long before = ledger.heldBytes();
        long given = new ThumbnailRelief(cache).relieve(1);
        assertTrue(given > 0);
        assertEquals(before - given, ledger.heldBytes());
        assertEquals(0, new WaveRelief(cache).relieve(1000));
        cache.close();
        assertEquals(0, ledger.heldBytes());
    }
}
