package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;

/** A medium with an index of ours in front of it, which changes from excerpt to excerpt. Does not own the medium. */
final class ExcerptBytes implements ByteSource {

    private final ByteSource medium;
    private volatile byte[] head = {};

    ExcerptBytes(ByteSource medium) {
        this.medium = medium;
    }

    /** Puts another index in front. */
    void show(byte[] index) {
        head = index;
    }

    @Override
    public String name() {
        return medium.name();
    }

    @Override
    public long sizeBytes() throws IOException {
        return head.length + medium.sizeBytes();
    }

    @Override
    public int read(long positionBytes, MemorySegment target) throws IOException {
        return read(positionBytes, target, new Cancellation());
    }

    @Override
    public int read(long positionBytes, MemorySegment target, Cancellation cancellation) throws IOException {
        byte[] index = head;
        if (positionBytes >= index.length) {
            return medium.read(positionBytes - index.length, target, cancellation);
        }
        int count = (int) Math.min(target.byteSize(), index.length - positionBytes);
        MemorySegment.copy(MemorySegment.ofArray(index), positionBytes, target, 0, count);
        return count;
    }

    @Override
    public void close() {
        // whoever opened the medium closes it
    }
}
