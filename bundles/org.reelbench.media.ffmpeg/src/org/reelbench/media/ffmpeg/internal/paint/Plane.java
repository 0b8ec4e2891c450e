package org.reelbench.media.ffmpeg.internal.paint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * One plane of a picture, of 8 bits or up to 16 in little-endian order.
 *
 * @param memory the samples
 * @param strideBytes the distance between two rows
 * @param width the number of samples in a row
 * @param height the number of rows
 * @param bits how many bits a sample has
 */
record Plane(MemorySegment memory, long strideBytes, int width, int height, int bits) {

    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTE_MASK = 0xff;
    private static final int SHORT_MASK = 0xffff;

    /** How large a sample is. */
    int bytes() {
        return bits > Byte.SIZE ? Short.BYTES : Byte.BYTES;
    }

    /**
     * Reads a row as numbers of 8 bits and their parts.
     *
     * @param y the row
     * @param raw room for a row of bytes
     * @param into takes the samples
     */
    void read(int y, byte[] raw, float[] into) {
        if (bits == Byte.SIZE) {
            MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, y * strideBytes, raw, 0, width);
            for (int x = 0; x < width; x++) {
                into[x] = raw[x] & BYTE_MASK;
            }
        } else {
            float unit = 1f / (1 << bits - Byte.SIZE);
            for (int x = 0; x < width; x++) {
                into[x] = (memory.get(SHORT, y * strideBytes + (long) x * Short.BYTES) & SHORT_MASK) * unit;
            }
        }
    }

    /**
     * Writes a row.
     *
     * @param y the row
     * @param from the samples, as numbers of 8 bits and their parts
     * @param raw room for a row of bytes
     */
    void write(int y, float[] from, byte[] raw) {
        if (bits == Byte.SIZE) {
            for (int x = 0; x < width; x++) {
                raw[x] = (byte) Math.clamp(Math.round(from[x]), 0, BYTE_MASK);
            }
            MemorySegment.copy(raw, 0, memory, ValueLayout.JAVA_BYTE, y * strideBytes, width);
        } else {
            int unit = 1 << bits - Byte.SIZE;
            for (int x = 0; x < width; x++) {
                memory.set(SHORT, y * strideBytes + (long) x * Short.BYTES,
                        (short) Math.clamp(Math.round(from[x] * unit), 0, (1 << bits) - 1));
            }
        }
    }

    /**
     * Returns this plane turned clockwise.
     *
     * @param quarters by how many quarter turns, 0 to 3
     * @return the plane itself if it is not turned, else a copy
     */
    Plane turned(int quarters) {
        if (quarters == 0) {
            return this;
        }
        boolean onItsSide = quarters % 2 != 0;
        int newWidth = onItsSide ? height : width;
        int newHeight = onItsSide ? width : height;
        int size = bytes();
        MemorySegment turned = MemorySegment.ofArray(new byte[newWidth * newHeight * size]);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int toX = quarters == 1 ? height - 1 - y : quarters == 2 ? width - 1 - x : y;
                int toY = quarters == 1 ? x : quarters == 2 ? height - 1 - y : width - 1 - x;
                long to = ((long) toY * newWidth + toX) * size;
                if (size == 1) {
                    turned.set(ValueLayout.JAVA_BYTE, to, memory.get(ValueLayout.JAVA_BYTE, y * strideBytes + x));
                } else {
                    turned.set(SHORT, to, memory.get(SHORT, y * strideBytes + (long) x * size));
                }
            }
        }
        return new Plane(turned, (long) newWidth * size, newWidth, newHeight, bits);
    }
}
