package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Random;

import org.junit.jupiter.api.Test;

class MediaFingerprintTest {

    private static final int SIZE = 5_000_000;

    @Test
    void equalBytesHaveEqualFingerprintsAndOthersDiffer() throws IOException {
        byte[] bytes = bytes(SIZE);
        String fingerprint = MediaFingerprint.of(new Bytes(bytes));
        assertEquals(32, fingerprint.length());
        assertEquals(fingerprint, MediaFingerprint.of(new Bytes(bytes.clone())));
        for (int changed : new int[] { 0, 65_535, SIZE - 1, SIZE - 65_536 }) {
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
        assertTrue(source.read <= 1 << 20, "read " + source.read);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Bytes in memory that are handed out in odd portions, as a network would. */
    private static final class Bytes implements ByteSource {

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
