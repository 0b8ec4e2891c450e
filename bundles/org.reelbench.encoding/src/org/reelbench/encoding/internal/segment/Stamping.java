package org.reelbench.encoding.internal.segment;

import java.nio.ByteBuffer;
import java.util.List;

import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.SegmentStamp;

/** Writes numbers and times into bytes of a segment that are about to be sent, wherever the range of them begins or ends. */
public final class Stamping {

    private Stamping() {
    }

    /**
     * Writes what lies in a range.
     *
     * @param target the bytes
     * @param at where in the target the range begins
     * @param positionBytes where in the segment it begins
     * @param count how long it is
     * @param stamps of the segment
     * @param place where it is said to lie
     */
    public static void write(ByteBuffer target, int at, long positionBytes, int count, List<SegmentStamp> stamps,
            SegmentPlace place) {
        if (place.equals(SegmentPlace.AS_KEPT)) {
            return;
        }
        for (int i = 0; i < stamps.size(); i++) {
            SegmentStamp stamp = stamps.get(i);
            put(target, at, positionBytes, count, stamp.numberBytes(), Integer.BYTES, place.firstSequenceNumber() + i);
            put(target, at, positionBytes, count, stamp.timeBytes(), Long.BYTES, place.startTicks() + stamp.timeTicks());
        }
    }

    private static void put(ByteBuffer target, int at, long positionBytes, int count, long field, int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            long within = field + i - positionBytes;
            if (within >= 0 && within < count) {
                target.put(at + (int) within, (byte) (value >>> 8 * (bytes - 1 - i)));
            }
        }
    }
}
