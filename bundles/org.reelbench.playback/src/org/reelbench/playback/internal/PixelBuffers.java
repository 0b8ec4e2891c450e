package org.reelbench.playback.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

import org.reelbench.memory.Account;

/**
 * Memory for pixels on their way to the screen: given out, given back, used again.
 * <p>
 * For every thread. Buffers of a size nobody wants any more are freed when they come back; after {@link #close} all are.
 */
public final class PixelBuffers implements AutoCloseable {

    /** One being filled, one on its way, one being painted. */
    private static final int MAX_IDLE = 3;

    private final Account account;
    private final Deque<Buffer> idle = new ArrayDeque<>();
    private long wantedBytes;
    private int out;
    private boolean closed;

    /**
     * Creates a pool without buffers; they are made when asked for.
     *
     * @param account is told what is held, and closed with the last buffer
     */
    public PixelBuffers(Account account) {
        this.account = account;
    }

    /**
     * Gives out a buffer.
     *
     * @param bytes how large, above 0
     * @return the buffer, to be closed by whoever has it last; its content is undefined
     */
    synchronized Buffer take(long bytes) {
        if (bytes != wantedBytes) {
            wantedBytes = bytes;
            freeIdle();
        }
        out++;
        Buffer known = idle.poll();
        return known == null ? new Buffer(bytes) : known.again();
    }

    /**
     * Says that pictures are kept beside the buffers, on their way to the screen too.
     *
     * @param moreBytes how much more; below 0 for less
     */
    void keptBeside(long moreBytes) {
        account.add(moreBytes);
    }

    /**
     * Returns how many buffers are given out.
     *
     * @return 0 when all came back
     */
    public synchronized int outstanding() {
        return out;
    }

    private synchronized void giveBack(Buffer buffer) {
        out--;
        if (closed || buffer.memory.byteSize() != wantedBytes || idle.size() == MAX_IDLE) {
            free(buffer);
        } else {
            idle.push(buffer);
        }
    }

    private void freeIdle() {
        idle.forEach(this::free);
        idle.clear();
    }

    private void free(Buffer buffer) {
        account.add(-buffer.memory.byteSize());
        buffer.arena.close();
        if (closed && out == 0) {
            account.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        freeIdle();
        if (out == 0) {
            account.close();
        }
    }

    /** One piece of memory; has one owner at a time. */
    final class Buffer implements AutoCloseable {

        private static final int ALIGNMENT_BYTES = 64;

        private final Arena arena = Arena.ofShared();
        private final MemorySegment memory;
        private boolean given = true;

        private Buffer(long bytes) {
            memory = arena.allocate(bytes, ALIGNMENT_BYTES);
            account.add(bytes);
        }

        private Buffer again() {
            given = true;
            return this;
        }

        MemorySegment memory() {
            return memory;
        }

        @Override
        public void close() {
            if (given) {
                given = false;
                giveBack(this);
            }
        }
    }
}
