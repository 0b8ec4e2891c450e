package org.reelbench.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.reelbench.time.Rational;

/** Makes an MP4 file of one track, whose index lies at its end, say what our muxer never writes. */
final class Mp4Patch {

    private static final int ONE = 65_536;
    private static final int HEAD_BYTES = 8;
    /** From the type of a track's head, version 0, to its matrix. */
    private static final int TO_MATRIX_BYTES = 44;
    /** From the type of a head, version 0, to its time scale. */
    private static final int TO_SCALE_BYTES = 16;

    private Mp4Patch() {
    }

    /** Lets players turn the pictures clockwise. */
    static void turn(Path file, int degrees) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int matrix = find(bytes, "tkhd") + TO_MATRIX_BYTES;
        int[] numbers = switch (degrees) {
        case 90 -> new int[] { 0, ONE, 0, -ONE, 0 };
        case 180 -> new int[] { -ONE, 0, 0, 0, -ONE };
        default -> new int[] { 0, -ONE, 0, ONE, 0 };
        };
        for (int i = 0; i < numbers.length; i++) {
            bytes.putInt(matrix + i * Integer.BYTES, numbers[i]);
        }
        Files.write(file, bytes.array());
    }

    /** Lets the film begin later in its track, by an edit list. */
    static void beginAt(Path file, Rational seconds, Rational length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int movieScale = bytes.getInt(find(bytes, "mvhd") + TO_SCALE_BYTES);
        int mediaScale = bytes.getInt(find(bytes, "mdhd") + TO_SCALE_BYTES);
        ByteBuffer edits = ByteBuffer.allocate(36);
        edits.putInt(36).put("edts".getBytes(StandardCharsets.US_ASCII)).putInt(28)
                .put("elst".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1)
                .putInt((int) length.times(movieScale).round()).putInt((int) seconds.times(mediaScale).round()).putInt(ONE);
        int old = find(bytes, "edts");
        int at = old < 0 ? find(bytes, "tkhd") - 4 + bytes.getInt(find(bytes, "tkhd") - 4) : old - 4;
        int oldLength = old < 0 ? 0 : bytes.getInt(at);
        int more = edits.capacity() - oldLength;
        for (String box : new String[] { "moov", "trak" }) {
            int size = find(bytes, box) - 4;
            bytes.putInt(size, bytes.getInt(size) + more);
        }
        ByteBuffer whole = ByteBuffer.allocate(bytes.capacity() + more);
        whole.put(bytes.array(), 0, at).put(edits.array()).put(bytes.array(), at + oldLength, bytes.capacity() - at - oldLength);
        Files.write(file, whole.array());
    }

    /** Finds the type of a box in the index, which is the last one of the file. */
    private static int find(ByteBuffer bytes, String type) {
        int start = 0;
        while (start + HEAD_BYTES <= bytes.capacity() && !"moov".equals(type(bytes, start + 4))) {
            start += bytes.getInt(start);
        }
        for (int at = start + 4; at + 4 <= bytes.capacity(); at++) {
            if (type.equals(type(bytes, at))) {
                return at;
            }
        }
        return -1;
    }

    private static String type(ByteBuffer bytes, int at) {
        byte[] letters = new byte[4];
        bytes.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
