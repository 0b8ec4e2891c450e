package org.reelbench.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;

import org.reelbench.plugins.PluginCalls;

/**
 * The bytes of a put, lent for the time of a call: whoever hangs and comes back later finds it closed, and never gets a byte more
 * than the chunk has. The time that reading takes is not the plug-in's. For one thread at a time.
 */
final class LentChannel implements ReadableByteChannel {

    private final ReadableByteChannel own;
    private final PluginCalls calls;
    private long leftBytes;
    private boolean closed;

    LentChannel(ReadableByteChannel own, long sizeBytes, PluginCalls calls) {
        this.own = own;
        this.calls = calls;
        this.leftBytes = sizeBytes;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return calls.<Integer, IOException>outside(() -> readOwn(target));
    }

    private synchronized int readOwn(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (leftBytes == 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + leftBytes));
        try {
            int count = own.read(target);
            leftBytes -= Math.max(0, count);
            return count;
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return !closed;
    }

    /** Takes it back; what it was lent of stays open. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
