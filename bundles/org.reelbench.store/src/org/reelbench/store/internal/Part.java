package org.reelbench.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The next bytes of a channel, and no more. Closing it leaves the channel open. For one thread. */
public final class Part implements ReadableByteChannel {

    private final ReadableByteChannel channel;
    private long left;

    /**
     * Creates the part.
     *
     * @param channel what is read
     * @param bytes how many bytes of it
     */
    public Part(ReadableByteChannel channel, long bytes) {
        this.channel = channel;
        this.left = bytes;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (left == 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit(target.position() + (int) Math.min(left, target.remaining()));
        try {
            int count = channel.read(target);
            left -= Math.max(0, count);
            return count;
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        // whoever opened the channel closes it
    }
}
