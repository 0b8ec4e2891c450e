package org.reelbench.encoding.internal.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of MP4 (ISO 14496-12), as far as segments have them: sizes of 32 bits. */
final class Boxes {

    private static final int HEAD_BYTES = 8;

    private Boxes() {
    }

    /**
     * One box.
     *
     * @param type its four letters
     * @param start where it begins
     * @param body where what is in it begins
     * @param end the byte after it
     */
    record Box(String type, int start, int body, int end) {
    }

    /** Lists the boxes of a range, which they fill. */
    static List<Box> in(byte[] bytes, int from, int to) throws DamagedSegment {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = from;
        while (at < to) {
            if (to - at < HEAD_BYTES) {
                throw new DamagedSegment("a box is cut short");
            }
            int size = buffer.getInt(at);
            if (size < HEAD_BYTES || size > to - at) {
                throw new DamagedSegment("a box has an impossible size");
            }
            boxes.add(new Box(new String(bytes, at + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1), at,
                    at + HEAD_BYTES, at + size));
            at += size;
        }
        return boxes;
    }

    /** Finds the first box of a type. */
    static Optional<Box> find(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    /** Finds a box by the types of those it is in. */
    static Box at(byte[] bytes, String... path) throws DamagedSegment {
        Box box = new Box("", 0, 0, bytes.length);
        for (String type : path) {
            box = child(bytes, box, type);
        }
        return box;
    }

    /** Finds the box of a type in another. */
    static Box child(byte[] bytes, Box parent, String type) throws DamagedSegment {
        return find(in(bytes, parent.body(), parent.end()), type)
                .orElseThrow(() -> new DamagedSegment("there is no " + type + " in it"));
    }
}
