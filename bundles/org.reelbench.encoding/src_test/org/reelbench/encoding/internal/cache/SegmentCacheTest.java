package org.reelbench.encoding.internal.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reelbench.encoding.internal.segment.TinyMp4;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.store.CacheStore;

/** What is kept comes back as it was, over restarts too; what is not as it was is never served. */
class SegmentCacheTest {

    private final FakeStores stores = new FakeStores();
    private final Set<String> needed = new TreeSet<>();
    private final Account account = MemoryLedger.none().open(Holding.SEGMENTS, "test");
    private SegmentCache cache = cache(1 << 20);

    private SegmentCache cache(long quotaBytes) {
        return new SegmentCache(new CacheStore(stores, Path.of("segments"), quotaBytes, "nothing is kept"), account,
                needed::contains);
    }

    /** As after a restart: memory knows nothing. */
    private void restart() {
        cache = new SegmentCache(new CacheStore(stores, Path.of("segments"), 1 << 20, "nothing is kept"),
                MemoryLedger.none().open(Holding.SEGMENTS, "again"), needed::contains);
    }

    @AfterEach
    void nothingIsLeftOpen() {
        assertEquals(0, stores.open);
    }

    private static byte[] read(SegmentBytes bytes, SegmentPlace place) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) bytes.status().availableBytes());
        while (bytes.read(all.position(), all, place) > 0) {
            // until it is whole
        }
        return all.array();
    }

    @Test
    void fromTheDiskItIsWhatItWasInMemory() throws Exception {
        SegmentPlace place = new SegmentPlace(1_000_000, 12);
        cache.keep("v-1", TinyMp4.segment(100));
        byte[] inMemory;
        String init;
        try (SegmentBytes bytes = cache.open("v-1").orElseThrow()) {
            inMemory = read(bytes, place);
            init = bytes.init().id();
        }
        restart();
        assertTrue(cache.init(init).isEmpty());
        assertEquals(SegmentState.READY, cache.find("v-1").orElseThrow().state());
        assertEquals(init, cache.find("v-1").orElseThrow().initId());
        assertEquals("avc1.42c01e", cache.init(init).orElseThrow().codec());
        try (SegmentBytes bytes = cache.open("v-1").orElseThrow()) {
            assertArrayEquals(inMemory, read(bytes, place));
            assertEquals(2, bytes.stamps().size());
            assertEquals(-1, bytes.read(inMemory.length, ByteBuffer.allocate(1), place));
        }
        assertTrue(cache.find("v-2").isEmpty());
    }

    @Test
    void memoryHoldsFiftyAndGivesThemBackWhenAsked() {
        for (int i = 0; i < 60; i++) {
            cache.keep("v-" + i, TinyMp4.segment(100));
        }
        long each = TinyMp4.segment(100).sizeBytes();
        assertEquals(50 * each, account.bytes());
        assertFalse(cache.isRecent("v-0"));
        assertTrue(cache.isRecent("v-59"));
        assertEquals(20 * each, cache.relieve(20 * each));
        assertEquals(30 * each, account.bytes());
        assertEquals(30 * each, cache.relieve(Long.MAX_VALUE));
        assertEquals(SegmentState.READY, cache.find("v-59").orElseThrow().state(), "it is on the disk");
    }

    @Test
    void aFullStoreGivesUpWhatNoProjectCanNeedFirst() {
        long each = TinyMp4.segment(1000).sizeBytes() + 500;
        cache = cache(8 * each);
        for (int i = 0; i < 12; i++) {
            if (i < 3) {
                needed.add("v-" + i);
            }
            cache.keep("v-" + i, TinyMp4.segment(1000));
        }
        assertTrue(stores.chunks.keySet().containsAll(needed), stores.chunks.keySet()::toString);
        assertTrue(stores.usage().usedBytes() <= 8 * each);
        assertTrue(stores.chunks.containsKey("v-11"));
    }

    @Test
    void whateverHappensToAChunkItIsNotServed() throws Exception {
        byte[] whole = read(TinyMp4.segment(100));
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            restart();
            stores.chunks.clear();
            cache.keep("v-1", TinyMp4.segment(100));
            cache.keep("v-2", TinyMp4.segment(200));
            byte[] chunk = stores.chunks.get("v-1");
            int headBytes = chunk.length - whole.length;
            switch (i % 3) {
            case 0 -> stores.chunks.put("v-1", java.util.Arrays.copyOf(chunk, random.nextInt(headBytes)));
            case 1 -> stores.chunks.put("v-1", stores.chunks.get("v-2"));
            default -> chunk[random.nextInt(20)] ^= (byte) (1 + random.nextInt(255));
            }
            restart();
            assertTrue(cache.find("v-1").isEmpty(), "round " + i);
            assertTrue(cache.open("v-1").isEmpty());
            assertFalse(stores.chunks.containsKey("v-1"), "it is gone, so that it can be made anew");
            cache.keep("v-1", TinyMp4.segment(100));
            restart();
            assertTrue(cache.find("v-1").isPresent());
        }
    }

    private static byte[] read(org.reelbench.encoding.internal.segment.GrowingBytes bytes) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) bytes.sizeBytes());
        bytes.read(0, all, SegmentPlace.AS_KEPT);
        return all.array();
    }

    @Test
    void damageThatShowsWhileItIsReadEndsTheReadingAndThrowsItAway() throws Exception {
        cache.keep("v-1", TinyMp4.segment(100));
        restart();
        try (SegmentBytes bytes = cache.open("v-1").orElseThrow()) {
            stores.corrupt = true;
            assertThrows(SegmentFailedException.class, () -> bytes.read(0, ByteBuffer.allocate(10), SegmentPlace.AS_KEPT));
        }
        stores.corrupt = false;
        assertTrue(cache.find("v-1").isEmpty());
    }

    @Test
    void withoutAStoreMemoryAloneServes() {
        stores.inUse = true;
        cache.keep("v-1", TinyMp4.segment(100));
        assertTrue(cache.find("v-1").isPresent());
        cache.relieve(Long.MAX_VALUE);
        assertTrue(cache.find("v-1").isEmpty());
    }
}
