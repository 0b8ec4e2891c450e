package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an MP4 file.
 *
 * @param type its four letters
 * @param at where it begins
 * @param body where its content begins
 * @param end where it ends
 */
record Mp4Box(String type, long at, long body, long end) {

    private static final int HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 16;
    private static final int MOST_BOXES = 10_000;

    /** The box that begins at a place and ends at a limit at the latest. */
    static Mp4Box at(Mp4Window window, long at, long limit) throws IOException, OddMp4Exception {
        long length = window.uint(at);
        String type = window.type(at + Integer.BYTES);
        long body = at + HEADER_BYTES;
        if (length == 1) {
            length = window.number(at + HEADER_BYTES);
            body = at + LONG_HEADER_BYTES;
        } else if (length == 0) {
            length = limit - at;
        }
        if (length < body - at || length > limit - at) {
            throw new OddMp4Exception("a box that is longer than what it lies in");
        }
        return new Mp4Box(type, at, body, at + length);
    }

    /** The boxes in this one. */
    List<Mp4Box> children(Mp4Window window) throws IOException, OddMp4Exception {
        List<Mp4Box> children = new ArrayList<>();
        long child = body;
        while (child + HEADER_BYTES <= end) {
            Mp4Box box = at(window, child, end);
            children.add(box);
            child = box.end();
            if (children.size() > MOST_BOXES) {
                throw new OddMp4Exception("more boxes than any film has");
            }
        }
        return children;
    }

    /** The only box of a type in this one. */
    Optional<Mp4Box> child(Mp4Window window, String childType) throws IOException, OddMp4Exception {
        return only(children(window), childType);
    }

    /** The only box of a type among some. */
    static Optional<Mp4Box> only(List<Mp4Box> boxes, String type) throws OddMp4Exception {
        List<Mp4Box> found = boxes.stream().filter(box -> box.type().equals(type)).toList();
        if (found.size() > 1) {
            throw new OddMp4Exception("more than one " + type);
        }
        return found.stream().findFirst();
    }

    /** The only box of a type in this one, which must be there. */
    Mp4Box need(Mp4Window window, String childType) throws IOException, OddMp4Exception {
        return child(window, childType).orElseThrow(() -> new OddMp4Exception("no " + childType));
    }

    /** How many bytes the content has. */
    long bodyBytes() {
        return end - body;
    }

    /** The whole box, with a header of the short kind. */
    byte[] copy(Mp4Window window, int mostBytes) throws IOException, OddMp4Exception {
        if (bodyBytes() > mostBytes) {
            throw new OddMp4Exception("a long " + type);
        }
        ByteBuffer copy = ByteBuffer.allocate(HEADER_BYTES + (int) bodyBytes());
        copy.putInt(copy.capacity()).put(type.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        for (long from = body; from < end; from++) {
            copy.put((byte) (window.uint(from) >>> 24));
        }
        return copy.array();
    }
}
