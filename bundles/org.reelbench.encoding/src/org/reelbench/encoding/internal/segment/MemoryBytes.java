package org.reelbench.encoding.internal.segment;

import java.lang.foreign.MemorySegment;

import org.reelbench.media.ByteSource;

/** Bytes in memory as a medium. */
public final class MemoryBytes implements ByteSource {

    private final String name;
    private final MemorySegment bytes;

    /**
     * Creates a medium.
     *
     * @param name what it is called in messages
     * @param bytes its bytes, not changed afterwards
     */
    public MemoryBytes(String name, byte[] bytes) {
        this.name = name;
        this.bytes = MemorySegment.ofArray(bytes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long sizeBytes() {
        return bytes.byteSize();
    }

    @Override
    public int read(long positionBytes, MemorySegment target) {
        if (positionBytes >= bytes.byteSize()) {
            return -1;
        }
        int count = (int) Math.min(target.byteSize(), bytes.byteSize() - positionBytes);
        MemorySegment.copy(bytes, positionBytes, target, 0, count);
        return count;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
