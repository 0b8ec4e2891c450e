package org.reelbench.encoding.internal.segment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.reelbench.encoding.internal.segment.Boxes.Box;
import org.reelbench.encoding.preview.SegmentStamp;

/**
 * What a fragment says of itself.
 *
 * @param stamp where its number and time stand
 * @param samples how many samples it has
 * @param durationTicks how long they are
 * @param beginsWithSync whether decoding can begin with it
 */
record Fragment(SegmentStamp stamp, int samples, long durationTicks, boolean beginsWithSync) {

    private static final int NOT_SYNC = 0x10000;
    private static final int FLAGS = 0xffffff;

    /**
     * Reads a fragment of one track.
     *
     * @param bytes {@code moof} and {@code mdat}, nothing else
     * @param offsetBytes where in its segment it begins
     * @throws DamagedSegment if it is no such fragment
     */
    static Fragment of(byte[] bytes, long offsetBytes) throws DamagedSegment {
        List<Box> boxes = Boxes.in(bytes, 0, bytes.length);
        if (boxes.size() != 2 || !boxes.get(0).type().equals("moof") || !boxes.get(1).type().equals("mdat")) {
            throw new DamagedSegment("a fragment is not moof and mdat");
        }
        Box number = Boxes.child(bytes, boxes.getFirst(), "mfhd");
        Box track = Boxes.child(bytes, boxes.getFirst(), "traf");
        Box time = Boxes.child(bytes, track, "tfdt");
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            if (bytes[time.body()] != 1) {
                throw new DamagedSegment("a decoding time has not 64 bits");
            }
            int timeAt = time.body() + Integer.BYTES;
            SegmentStamp stamp = new SegmentStamp(offsetBytes, offsetBytes + number.body() + Integer.BYTES,
                    offsetBytes + timeAt, buffer.getLong(timeAt));
            return run(buffer, Boxes.child(bytes, track, "tfhd"), Boxes.child(bytes, track, "trun"), stamp);
        } catch (IndexOutOfBoundsException e) {
            throw new DamagedSegment("a fragment's head is cut short", e);
        }
    }

    /**
     * Reads all fragments of a segment.
     *
     * @param body the segment without its init segment
     * @throws DamagedSegment if anything else is in it
     */
    static List<Fragment> all(byte[] body) throws DamagedSegment {
        List<Fragment> fragments = new ArrayList<>();
        List<Box> boxes = Boxes.in(body, 0, body.length);
        for (int i = 0; i + 1 < boxes.size(); i += 2) {
            int start = boxes.get(i).start();
            fragments.add(of(Arrays.copyOfRange(body, start, boxes.get(i + 1).end()), start));
        }
        if (boxes.isEmpty() || boxes.size() % 2 != 0) {
            throw new DamagedSegment("it is not made of fragments");
        }
        return fragments;
    }

    /** Takes the samples of a fragment in order. */
    @FunctionalInterface
    interface Samples {
        void take(long durationTicks, int sizeBytes, boolean sync);
    }

    private static Fragment run(ByteBuffer buffer, Box head, Box run, SegmentStamp stamp) {
        long[] ticks = { 0 };
        List<Boolean> syncs = new ArrayList<>();
        each(buffer, head, run, (durationTicks, _, sync) -> {
            ticks[0] += durationTicks;
            syncs.add(sync);
        });
        return new Fragment(stamp, syncs.size(), ticks[0], !syncs.isEmpty() && syncs.getFirst());
    }

    /** Reads what the heads of a fragment say of its samples. */
    static void each(ByteBuffer buffer, Box head, Box run, Samples samples) {
        int headFlags = buffer.getInt(head.body()) & FLAGS;
        buffer.position(head.body() + 2 * Integer.BYTES);
        skip(buffer, headFlags, 0x1, Long.BYTES);
        skip(buffer, headFlags, 0x2, Integer.BYTES);
        long usualTicks = (headFlags & 0x8) == 0 ? 0 : Integer.toUnsignedLong(buffer.getInt());
        int usualBytes = (headFlags & 0x10) == 0 ? 0 : buffer.getInt();
        int usual = (headFlags & 0x20) == 0 ? 0 : buffer.getInt();
        int flags = buffer.getInt(run.body()) & FLAGS;
        int count = buffer.getInt(run.body() + Integer.BYTES);
        if (count < 0 || count > buffer.capacity()) {
            throw new IndexOutOfBoundsException("more samples than bytes");
        }
        buffer.position(run.body() + 2 * Integer.BYTES);
        skip(buffer, flags, 0x1, Integer.BYTES);
        int first = (flags & 0x4) == 0 ? usual : buffer.getInt();
        for (int i = 0; i < count; i++) {
            long ticks = (flags & 0x100) == 0 ? usualTicks : Integer.toUnsignedLong(buffer.getInt());
            int bytes = (flags & 0x200) == 0 ? usualBytes : buffer.getInt();
            int own = (flags & 0x400) == 0 ? i == 0 ? first : usual : buffer.getInt();
            skip(buffer, flags, 0x800, Integer.BYTES);
            samples.take(ticks, bytes, (own & NOT_SYNC) == 0);
        }
    }

    private static void skip(ByteBuffer buffer, int flags, int flag, int bytes) {
        if ((flags & flag) != 0) {
            if (buffer.remaining() < bytes) {
                throw new IndexOutOfBoundsException("a field is cut short");
            }
            buffer.position(buffer.position() + bytes);
        }
    }
}
