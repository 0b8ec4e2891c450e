package org.reelbench.encoding.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.SegmentStamp;
import org.reelbench.encoding.internal.segment.DamagedSegment;
import org.reelbench.encoding.internal.segment.Inits;
import org.reelbench.store.ChunkReader;

/**
 * How a segment lies in a store: a head with its name, its stamps and its init segment, then its bytes as they are sent. The name
 * is in it as files may be given each other's names.
 */
final class KeptFormat {

    private static final int MAGIC = 0x52425345;
    private static final int VERSION = 1;
    private static final int FIXED_BYTES = 5 * Integer.BYTES;
    private static final int STAMP_BYTES = 4 * Long.BYTES;
    private static final int MOST_HEAD_BYTES = 1 << 20;

    private KeptFormat() {
    }

    /**
     * What the head says.
     *
     * @param init the init segment
     * @param stamps where fragments say their number and time
     * @param bodyBytes where in the chunk the segment begins
     */
    record Head(InitSegment init, List<SegmentStamp> stamps, int bodyBytes) {
    }

    /** Writes the head. */
    static ByteBuffer head(String id, InitSegment init, List<SegmentStamp> stamps) {
        byte[] name = id.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] initBytes = init.bytes();
        ByteBuffer head = ByteBuffer.allocate(FIXED_BYTES + name.length + initBytes.length + stamps.size() * STAMP_BYTES);
        head.putInt(MAGIC).putInt(VERSION).putInt(name.length).putInt(initBytes.length).putInt(stamps.size());
        head.put(name).put(initBytes);
        for (SegmentStamp stamp : stamps) {
            head.putLong(stamp.fragmentBytes()).putLong(stamp.numberBytes()).putLong(stamp.timeBytes())
                    .putLong(stamp.timeTicks());
        }
        return head.flip();
    }

    /**
     * Reads the head.
     *
     * @param id whose it should be
     * @param reader the chunk
     * @throws DamagedSegment if it is another's, or none
     * @throws IOException if it cannot be read
     */
    static Head read(String id, ChunkReader reader) throws IOException, DamagedSegment {
        ByteBuffer fixed = part(reader, 0, FIXED_BYTES);
        if (fixed.getInt() != MAGIC || fixed.getInt() != VERSION) {
            throw new DamagedSegment("it is no segment of this version");
        }
        int nameBytes = fixed.getInt();
        int initBytes = fixed.getInt();
        int stamps = fixed.getInt();
        if (nameBytes < 0 || initBytes < 0 || stamps < 0 || nameBytes > MOST_HEAD_BYTES || initBytes > MOST_HEAD_BYTES
                || stamps > MOST_HEAD_BYTES / STAMP_BYTES) {
            throw new DamagedSegment("its head is impossible");
        }
        ByteBuffer rest = part(reader, FIXED_BYTES, nameBytes + initBytes + stamps * STAMP_BYTES);
        byte[] name = new byte[nameBytes];
        byte[] init = new byte[initBytes];
        rest.get(name).get(init);
        if (!new String(name, java.nio.charset.StandardCharsets.US_ASCII).equals(id)) {
            throw new DamagedSegment("it is another segment");
        }
        List<SegmentStamp> all = new ArrayList<>();
        for (int i = 0; i < stamps; i++) {
            all.add(new SegmentStamp(rest.getLong(), rest.getLong(), rest.getLong(), rest.getLong()));
        }
        return new Head(Inits.of(init), List.copyOf(all), FIXED_BYTES + rest.capacity());
    }

    private static ByteBuffer part(ChunkReader reader, long position, int count) throws IOException, DamagedSegment {
        ByteBuffer part = ByteBuffer.allocate(count);
        while (part.hasRemaining()) {
            if (reader.read(position + part.position(), part) < 0) {
                throw new DamagedSegment("it is cut short");
            }
        }
        return part.flip();
    }
}
