package org.reelbench.preview.internal.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class JoinedTest {

    private static byte[] box(String type, byte[]... inside) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] one : inside) {
            all.writeBytes(one);
        }
        return ByteBuffer.allocate(8 + all.size()).putInt(8 + all.size()).put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(all.toByteArray()).array();
    }

    /** Fields of 32 bits. */
    private static byte[] fields(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] film(String handler, byte[] trackHeader) {
        return concat(box("ftyp", fields(1)), box("moov", box("mvhd", fields(0, 0, 0, 1000, 0, 2)),
                box("trak", box("tkhd", trackHeader), box("mdia", handler.getBytes(StandardCharsets.ISO_8859_1))),
                box("mvex", box("trex", fields(0, 1, 1, 0, 0, 0)))));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static final byte[] SHORT_HEADER = fields(3, 0, 0, 1, 0, 0);
    private static final byte[] LONG_HEADER = fields(1 << 24 | 3, 0, 0, 0, 0, 1, 0, 0);

    private static int field(byte[] bytes, Box box, int index) {
        return ByteBuffer.wrap(bytes).getInt(box.startBytes() + 8 + index * Integer.BYTES);
    }

    @Test
    void picturesAreTheFirstTrackAndSoundIsTheSecond() throws Exception {
        byte[] joined = Joined.init(film("pict", SHORT_HEADER), film("soun", SHORT_HEADER));
        List<Box> boxes = Box.in(joined, 0, joined.length);
        assertEquals(List.of("ftyp", "moov"), boxes.stream().map(Box::type).toList());
        List<Box> inside = Box.first(boxes, "moov").children(joined);
        assertEquals(List.of("mvhd", "trak", "trak", "mvex"), inside.stream().map(Box::type).toList());
        assertEquals(3, field(joined, inside.get(0), 5), "the next track's number");
        assertEquals(1, field(joined, Box.first(inside.get(1).children(joined), "tkhd"), 3));
        assertEquals(2, field(joined, Box.first(inside.get(2).children(joined), "tkhd"), 3));
        List<Box> defaults = inside.get(3).children(joined);
        assertEquals(List.of(1, 2), defaults.stream().map(box -> field(joined, box, 1)).toList());
    }

    @Test
    void aHeaderWithLongTimesHasItsTrackElsewhere() throws Exception {
        byte[] joined = Joined.init(film("pict", SHORT_HEADER), film("soun", LONG_HEADER));
        List<Box> inside = Box.first(Box.in(joined, 0, joined.length), "moov").children(joined);
        Box header = Box.first(inside.get(2).children(joined), "tkhd");
        assertEquals(2, field(joined, header, 5));
        assertEquals(0, field(joined, header, 3), "half of a time");
    }

    @Test
    void allFragmentsOfSoundNameTheSecondTrackAndNothingElseChanges() throws Exception {
        byte[] fragment = concat(box("moof", box("mfhd", fields(0, 7)), box("traf", box("tfhd", fields(0x20000, 1)))),
                box("mdat", fields(1, 1, 1)));
        byte[] two = concat(fragment, fragment);
        byte[] before = two.clone();
        Joined.soundFragments(two, two.length);
        int changed = 0;
        for (int i = 0; i < two.length; i++) {
            changed += two[i] == before[i] ? 0 : 1;
        }
        assertEquals(2, changed, "one byte a fragment");
    }

    @Test
    void whatIsNoFilmIsRefused() {
        assertThrows(IOException.class, () -> Joined.init(new byte[] { 0, 0, 0, 4, 'm', 'o', 'o', 'v' }, new byte[0]));
        assertThrows(IOException.class, () -> Joined.init(film("pict", SHORT_HEADER), box("ftyp")));
    }
}
