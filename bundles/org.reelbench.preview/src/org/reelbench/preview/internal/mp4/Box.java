package org.reelbench.preview.internal.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One box of MP4 (ISO 14496-12, 4.2).
 *
 * @param type its four letters
 * @param startBytes where it begins
 * @param endBytes the byte after it
 */
record Box(String type, int startBytes, int endBytes) {

    /** How long the head of a box is: its size and its type. */
    static final int HEAD_BYTES = 8;

    /** Lists the boxes that fill a part of some bytes. */
    static List<Box> in(byte[] bytes, int fromBytes, int toBytes) throws IOException {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = fromBytes;
        while (at < toBytes) {
            int size = toBytes - at < HEAD_BYTES ? 0 : buffer.getInt(at);
            if (size < HEAD_BYTES || size > toBytes - at) {
                throw new IOException("there is no box at byte " + at);
            }
            boxes.add(new Box(new String(bytes, at + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1), at, at + size));
            at += size;
        }
        return boxes;
    }

    /** Finds what is in a box that holds nothing but boxes. */
    List<Box> children(byte[] bytes) throws IOException {
        return in(bytes, startBytes + HEAD_BYTES, endBytes);
    }

    /** Finds the first of a type. */
    static Box first(List<Box> boxes, String type) throws IOException {
        return boxes.stream().filter(box -> box.type.equals(type)).findFirst()
                .orElseThrow(() -> new IOException("there is no box " + type));
    }

    /** How many bytes it takes. */
    int lengthBytes() {
        return endBytes - startBytes;
    }
}
