package org.reelbench.encoding.internal.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentState;

/** Segments in memory, read while they grow, in pieces of any size. */
class GrowingBytesTest {

    private static byte[] read(GrowingBytes bytes, SegmentPlace place, Random sizes) throws Exception {
        ByteBuffer all = ByteBuffer.allocate((int) bytes.sizeBytes());
        while (true) {
            ByteBuffer part = ByteBuffer.allocate(1 + sizes.nextInt(13));
            int count = bytes.read(all.position(), part, place);
            if (count < 0) {
                return all.array();
            }
            assertEquals(part.position(), count);
            all.put(part.flip());
        }
    }

    @Test
    void numberAndTimeAreThoseOfThePlaceHoweverItIsRead() throws Exception {
        GrowingBytes bytes = TinyMp4.segment(40);
        byte[] kept = read(bytes, SegmentPlace.AS_KEPT, new Random(1));
        assertArrayEquals(TinyMp4.join(TinyMp4.fragment(0, 2, true, 40), TinyMp4.fragment(2, 2, false, 40)), kept);
        byte[] whole = read(bytes, new SegmentPlace(0x1_0000_0001L, 77), new Random(Integer.MAX_VALUE));
        for (int seed = 0; seed < 50; seed++) {
            assertArrayEquals(whole, read(bytes, new SegmentPlace(0x1_0000_0001L, 77), new Random(seed)), "seed " + seed);
        }
        ByteBuffer placed = ByteBuffer.wrap(whole);
        for (int i = 0; i < 2; i++) {
            var stamp = bytes.stamps().get(i);
            assertEquals(77 + i, placed.getInt((int) stamp.numberBytes()));
            assertEquals(0x1_0000_0001L + 2 * i, placed.getLong((int) stamp.timeBytes()));
            placed.putInt((int) stamp.numberBytes(), 1).putLong((int) stamp.timeBytes(), 2 * i);
        }
        assertArrayEquals(kept, whole, "nothing else is changed");
    }

    @Test
    void readersGetEachFragmentBeforeTheNextIsThere() throws Exception {
        GrowingBytes bytes = new GrowingBytes();
        assertFalse(bytes.await(0, Duration.ZERO));
        assertEquals(SegmentState.PENDING, bytes.status().state());
        bytes.begin(TinyMp4.init(66, 0xc0, 30));
        byte[] first = TinyMp4.fragment(0, 2, true, 10);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return bytes.await(first.length, Duration.ofSeconds(30));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        bytes.add(first);
        assertEquals(first.length, bytes.status().availableBytes());
        assertEquals(0, bytes.read(first.length, ByteBuffer.allocate(10), SegmentPlace.AS_KEPT));
        bytes.add(TinyMp4.fragment(2, 2, false, 10));
        assertTrue(waiting.get(30, TimeUnit.SECONDS));
        bytes.ready();
        assertEquals(-1, bytes.read(bytes.sizeBytes(), ByteBuffer.allocate(1), SegmentPlace.AS_KEPT));
    }

    @Test
    void whatIsNoFragmentIsRefused() throws Exception {
        GrowingBytes bytes = new GrowingBytes();
        assertThrows(DamagedSegment.class, () -> bytes.add(TinyMp4.fragment(0, 1, true, 1)), "before the init segment");
        assertThrows(DamagedSegment.class, () -> bytes.begin(new byte[20]));
        bytes.begin(TinyMp4.init(66, 0xc0, 30));
        byte[] fragment = TinyMp4.fragment(0, 2, true, 10);
        for (int length = 0; length < fragment.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(fragment, length);
            assertThrows(DamagedSegment.class, () -> bytes.add(cut), "cut to " + length);
        }
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            byte[] flipped = fragment.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Fragment.of(flipped, 0);
            } catch (DamagedSegment _) {
                // refused in words; any other exception fails the test
            }
        }
    }

    @Test
    void aFragmentSaysItsLengthAndWhetherDecodingCanBegin() throws Exception {
        Fragment fragment = Fragment.of(TinyMp4.fragment(7, 3, true, 10), 0);
        assertEquals(3, fragment.samples());
        assertEquals(3, fragment.durationTicks());
        assertEquals(7, fragment.stamp().timeTicks());
        assertTrue(fragment.beginsWithSync());
        assertFalse(Fragment.of(TinyMp4.fragment(7, 3, false, 10), 0).beginsWithSync());
    }

    @Test
    void theCodecIsWhatTheInitSegmentSays() throws Exception {
        assertEquals("avc1.42c01e", Inits.of(TinyMp4.init(66, 0xc0, 30)).codec());
        assertEquals("avc1.640028", Inits.of(TinyMp4.init(100, 0, 40)).codec());
        assertEquals("flac", Inits.of(TinyMp4.flac()).codec());
        assertEquals(25, Inits.ticksPerSecond(TinyMp4.flac()));
        assertEquals(Inits.of(TinyMp4.flac()), Inits.of(TinyMp4.flac()));
        assertNotEquals(Inits.of(TinyMp4.init(66, 0, 30)).id(), Inits.of(TinyMp4.init(66, 0, 31)).id());
    }
}
