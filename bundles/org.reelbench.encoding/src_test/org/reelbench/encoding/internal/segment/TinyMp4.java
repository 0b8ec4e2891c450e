package org.reelbench.encoding.internal.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Segments of a few bytes that say what real ones say: an init segment, and fragments of so many samples. */
public final class TinyMp4 {

    public static final int TICKS_PER_SECOND = 25;

    private TinyMp4() {
    }

    static byte[] box(String type, byte[]... parts) {
        int size = 8;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer box = ByteBuffer.allocate(size).putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] part : parts) {
            box.put(part);
        }
        return box.array();
    }

    static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] init(byte[] entry) {
        byte[] list = box("stsd", ints(0, 1), entry);
        byte[] media = box("mdia", box("mdhd", ints(0, 0, 0, TICKS_PER_SECOND, 0, 0)), box("minf", box("stbl", list)));
        return join(box("ftyp", ints(0)), box("moov", box("trak", media)));
    }

    /** An init segment of H.264 of a profile, its constraints and a level. */
    public static byte[] init(int profile, int constraints, int level) {
        byte[] record = { 1, (byte) profile, (byte) constraints, (byte) level, 0 };
        return init(box("avc1", new byte[78], box("avcC", record)));
    }

    static byte[] flac() {
        return init(box("fLaC", new byte[28]));
    }

    /** A fragment of samples of one tick each. */
    public static byte[] fragment(long timeTicks, int samples, boolean sync, int dataBytes) {
        byte[] head = box("tfhd", ints(0x20038, 1, 1, dataBytes, 0x1010000));
        byte[] time = box("tfdt", ints(0x1000000), ByteBuffer.allocate(8).putLong(timeTicks).array());
        byte[] run = box("trun", ints(0x5, samples, 100, sync ? 0x2000000 : 0x1010000));
        byte[] data = new byte[dataBytes];
        for (int i = 0; i < dataBytes; i++) {
            data[i] = (byte) (timeTicks * 31 + i);
        }
        return join(box("moof", box("mfhd", ints(0, 1)), box("traf", head, time, run)), box("mdat", data));
    }

    static byte[] join(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /** A segment of four frames in two fragments, ready. */
    public static GrowingBytes segment(int dataBytes) {
        GrowingBytes bytes = new GrowingBytes();
        try {
            bytes.begin(init(66, 0xc0, 30));
            bytes.add(fragment(0, 2, true, dataBytes));
            bytes.add(fragment(2, 2, false, dataBytes));
            bytes.ready();
            return bytes;
        } catch (DamagedSegment e) {
            throw new AssertionError(e);
        }
    }
}
