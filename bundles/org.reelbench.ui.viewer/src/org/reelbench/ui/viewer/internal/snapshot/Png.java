package org.reelbench.ui.viewer.internal.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes pictures of 8 bit red, green and blue as PNG files (ISO/IEC 15948). */
final class Png {

    private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    private static final int COLOURS = 3;
    private static final int BYTES_A_PIXEL = 4;
    /** Each row is stored as what differs from the row above. */
    private static final int UP = 2;

    private Png() {
    }

    /**
     * Writes a picture.
     *
     * @param pixels rows of blue, green, red and a byte that is not looked at, without gaps
     * @param out where to; stays open
     */
    static void write(MemorySegment pixels, int widthPx, int heightPx, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(head)) {
            fields.writeInt(widthPx);
            fields.writeInt(heightPx);
            fields.write(new byte[] { 8, 2, 0, 0, 0 });
        }
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", rows(pixels, widthPx, heightPx));
        chunk(out, "IEND", new byte[0]);
    }

    private static byte[] rows(MemorySegment pixels, int widthPx, int heightPx) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
            byte[] above = new byte[widthPx * COLOURS];
            byte[] row = new byte[widthPx * COLOURS];
            byte[] stored = new byte[widthPx * COLOURS];
            for (int y = 0; y < heightPx; y++) {
                for (int i = 0; i < row.length; i++) {
                    long pixel = ((long) y * widthPx + i / COLOURS) * BYTES_A_PIXEL;
                    row[i] = pixels.get(ValueLayout.JAVA_BYTE, pixel + COLOURS - 1 - i % COLOURS);
                    stored[i] = (byte) (row[i] - above[i]);
                }
                rows.write(UP);
                rows.write(stored);
                byte[] other = above;
                above = row;
                row = other;
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(data.length + 12);
        try (DataOutputStream fields = new DataOutputStream(chunk)) {
            fields.writeInt(data.length);
            fields.write(name);
            fields.write(data);
            fields.writeInt((int) sum.getValue());
        }
        out.write(chunk.toByteArray());
    }
}
