package org.reelbench.capture.internal.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/** A long list of numbers from 0 that are mostly small, a byte for every seven bits: hours of samples take few megabytes. */
final class Numbers {

    private static final int BLOCK_BYTES = 16 << 10;
    private static final int MORE = 0x80;

    private final List<byte[]> blocks = new ArrayList<>();
    private int fill = BLOCK_BYTES;
    private long count;

    void add(long value) {
        long rest = value;
        while (rest >= MORE) {
            put((int) (rest & MORE - 1) | MORE);
            rest >>>= 7;
        }
        put((int) rest);
        count++;
    }

    private void put(int value) {
        if (fill == BLOCK_BYTES) {
            blocks.add(new byte[BLOCK_BYTES]);
            fill = 0;
        }
        blocks.getLast()[fill++] = (byte) value;
    }

    long count() {
        return count;
    }

    long heldBytes() {
        return (long) blocks.size() * BLOCK_BYTES;
    }

    PrimitiveIterator.OfLong iterator() {
        return new PrimitiveIterator.OfLong() {
            private long left = count;
            private int block;
            private int at;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public long nextLong() {
                left--;
                long value = 0;
                for (int shift = 0;; shift += 7) {
                    int part = part();
                    value |= (long) (part & MORE - 1) << shift;
                    if ((part & MORE) == 0) {
                        return value;
                    }
                }
            }

            private int part() {
                if (at == BLOCK_BYTES) {
                    block++;
                    at = 0;
                }
                return blocks.get(block)[at++];
            }
        };
    }
}
