package org.reelbench.preview.internal.still;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes pictures as PNG (ISO/IEC 15948), which every browser shows: 8 bit red, green, blue, each row as differences to the left. */
final class Png {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int BITS = 8;
    private static final int RED_GREEN_BLUE = 2;
    private static final int LEFT = 1;
    private static final int BYTES = 3;
    private static final int BGRX_BYTES = 4;

    private Png() {
    }

    /** Writes pixels of blue, green, red and one byte that is not looked at, row after row without padding. */
    static byte[] of(int widthPx, int heightPx, byte[] bgrx) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(file);
            out.writeLong(SIGNATURE);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(widthPx);
            fields.writeInt(heightPx);
            fields.write(new byte[] { BITS, RED_GREEN_BLUE, 0, 0, 0 });
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", packed(widthPx, heightPx, bgrx));
            chunk(out, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static byte[] packed(int widthPx, int heightPx, byte[] bgrx) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] row = new byte[1 + widthPx * BYTES];
        row[0] = LEFT;
        try (Deflater fast = new Deflater(Deflater.BEST_SPEED);
                DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
            for (int y = 0; y < heightPx; y++) {
                for (int x = 0; x < widthPx; x++) {
                    int from = (y * widthPx + x) * BGRX_BYTES;
                    for (int colour = 0; colour < BYTES; colour++) {
                        int left = x == 0 ? 0 : bgrx[from - BGRX_BYTES + BYTES - 1 - colour];
                        row[1 + x * BYTES + colour] = (byte) (bgrx[from + BYTES - 1 - colour] - left);
                    }
                }
                out.write(row);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] bytes) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(bytes);
        out.writeInt(bytes.length);
        out.write(name);
        out.write(bytes);
        out.writeInt((int) sum.getValue());
    }
}
