package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;

class MediaFingerprintTest {

    private static final int SIZE = 5_000_000;

    @Test
    void equalBytesHaveEqualFingerprintsAndOthersDiffer() throws IOException {
        byte[] bytes = bytes(SIZE);
        String fingerprint = MediaFingerprint.of(new Bytes(bytes));
        assertEquals(OptionalLong.of(SIZE), MediaFingerprint.sizeBytes(fingerprint));
        assertEquals(fingerprint, MediaFingerprint.of(new Bytes(bytes.clone())));
        for (int changed : new int[] { 0, (1 << 20) - 1, SIZE - (1 << 20), SIZE - 1 }) {
            byte[] other = bytes.clone();
            other[changed] ^= 1;
            assertNotEquals(fingerprint, MediaFingerprint.of(new Bytes(other)), "byte " + changed);
        }
        assertNotEquals(fingerprint, MediaFingerprint.of(new Bytes(java.util.Arrays.copyOf(bytes, SIZE + 1))));
    }

    @Test
    void smallAndEmptyMediaHaveFingerprints() throws IOException {
        assertNotEquals(MediaFingerprint.of(new Bytes(new byte[0])), MediaFingerprint.of(new Bytes(new byte[1])));
    }

    @Test
    void aHugeMediumIsReadInPartsOnly() throws IOException {
        Bytes source = new Bytes(bytes(20_000_000));
        MediaFingerprint.of(source);
        assertEquals(3 << 20, source.read);
    }

    @Test
    void aMediumOfThreeMebibytesIsReadWhole() throws IOException {
        byte[] bytes = bytes(3 << 20);
        String fingerprint = MediaFingerprint.of(new Bytes(bytes));
        for (int changed = 0; changed < bytes.length; changed += 600_011) {
            bytes[changed] ^= 1;
            assertNotEquals(fingerprint, MediaFingerprint.of(new Bytes(bytes)), "byte " + changed);
            bytes[changed] ^= 1;
        }
    }

    @Test
    void sixteenBlocksLieEvenlyBetweenTheEnds() throws IOException {
        int size = 40 << 20;
        BitSet read = new BitSet();
        MediaFingerprint.of(new Bytes(bytes(size)) {

            @Override
            public int read(long positionBytes, MemorySegment target) {
                int count = super.read(positionBytes, target);
                read.set((int) positionBytes, (int) positionBytes + count);
                return count;
            }
        });
        assertEquals(1 << 20, read.nextClearBit(0));
        assertEquals(size - (1 << 20), read.previousClearBit(size - 1) + 1);
        int blocks = 0;
        for (int at = read.nextSetBit(1 << 20); at >= 0; at = read.nextSetBit(read.nextClearBit(at))) {
            blocks++;
        }
        assertEquals(1 + 16, blocks);
        assertEquals(3 << 20, read.cardinality());
        for (int from = 1 << 20; from < size - (4 << 20); from += 99_991) {
            assertTrue(read.get(from, from + (38 << 20) / 17).cardinality() > 0, "nothing read after " + from);
        }
    }

    @Test
    void theContentHashIsTheOneOfTheSpecification() throws IOException {
        // The hash of no bytes, as the reference implementation prints it; 251 repeating is the specification's test input.
        assertEquals("af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
                MediaFingerprint.ofContent(new Bytes(new byte[0]), new Cancellation()));
        byte[] bytes = new byte[1024];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 251);
        }
        assertEquals("42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7",
                MediaFingerprint.ofContent(new Bytes(bytes), new Cancellation()));
    }

    @Test
    void theContentHashSeesEveryByteAndCanBeCancelled() throws IOException {
        byte[] bytes = bytes(SIZE);
        Cancellation cancellation = new Cancellation();
        String hash = MediaFingerprint.ofContent(new Bytes(bytes), cancellation);
        bytes[1_500_003] ^= 1;
        assertNotEquals(hash, MediaFingerprint.ofContent(new Bytes(bytes), cancellation));
        cancellation.cancel();
        assertThrows(CancelledException.class, () -> MediaFingerprint.ofContent(new Bytes(bytes), cancellation));
    }

    @Test
    void bytesThatVanishWhileReadingAreAnError() {
        Bytes shrinking = new Bytes(bytes(SIZE)) {

            @Override
            public long sizeBytes() {
                return SIZE + 1L;
            }
        };
        assertThrows(IOException.class, () -> MediaFingerprint.of(shrinking));
    }

    @Test
    void onlyFingerprintsHaveASize() {
        String hash = "0".repeat(32);
        assertEquals(OptionalLong.of(0), MediaFingerprint.sizeBytes("b3-0-" + hash));
        assertEquals(OptionalLong.of(Long.MAX_VALUE), MediaFingerprint.sizeBytes("b3-" + Long.MAX_VALUE + "-" + hash));
        for (String other : new String[] { "", "b3-", hash, "b3-9999999999999999999-" + hash, "b3-01-" + hash, "b3--1-" + hash,
                "b4-1-" + hash, "b3-1-" + hash + "0" }) {
            assertEquals(OptionalLong.empty(), MediaFingerprint.sizeBytes(other), other);
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Bytes in memory that are handed out in odd portions, as a network would. */
    private static class Bytes implements ByteSource {

        private final byte[] bytes;
        private long read;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return "bytes";
        }

        @Override
        public long sizeBytes() {
            return bytes.length;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            int count = (int) Math.min(Math.min(target.byteSize(), 10_007), bytes.length - positionBytes);
            if (count <= 0) {
                return -1;
            }
            MemorySegment.copy(MemorySegment.ofArray(bytes), positionBytes, target, 0, count);
            read += count;
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
