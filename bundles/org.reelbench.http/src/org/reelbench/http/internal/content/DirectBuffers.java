package org.reelbench.http.internal.content;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;

/** Buffers outside the heap for bytes that are not mapped: one per response, a few kept for the next. For every thread. */
public final class DirectBuffers {

    /** The most a single response holds. */
    public static final int BUFFER_BYTES = 256 * 1024;

    private static final int KEPT = 16;

    private final Deque<Buffer> kept = new ArrayDeque<>();
    private Account account = MemoryLedger.none().open(Holding.OTHER, "");
    private int allocated;
    private boolean closed;

    /** One buffer; its memory goes with its arena, not with the garbage collector. */
    record Buffer(Arena arena, MemorySegment memory) {
    }

    /** Fills a buffer. */
    interface Filler {

        /** Reads into memory, and returns how many bytes, or −1 at the end. */
        int fill(MemorySegment target) throws IOException;
    }

    /** Says in another account what is allocated. */
    public synchronized void account(Account held) {
        account = held;
        counted(0);
    }

    private void counted(int more) {
        allocated += more;
        account.set((long) allocated * BUFFER_BYTES);
    }

    /** Lends a buffer with what a filler reads, at most so many bytes; throws if there is nothing to read. */
    Slice filled(int maxBytes, Filler filler) throws IOException {
        Buffer buffer = take();
        try {
            MemorySegment target = buffer.memory.asSlice(0, Math.min(maxBytes, BUFFER_BYTES));
            int count = filler.fill(target);
            if (count <= 0) {
                throw new ContentChangedException("the end came before the announced size");
            }
            ByteBuffer bytes = buffer.memory.asSlice(0, count).asByteBuffer();
            return new Slice(bytes, () -> giveBack(buffer));
        } catch (IOException | RuntimeException e) {
            giveBack(buffer);
            throw e;
        }
    }

    private synchronized Buffer take() {
        Buffer buffer = kept.poll();
        if (buffer != null) {
            return buffer;
        }
        Arena arena = Arena.ofShared();
        Buffer fresh = new Buffer(arena, arena.allocate(BUFFER_BYTES));
        counted(1);
        return fresh;
    }

    private void giveBack(Buffer buffer) {
        synchronized (this) {
            if (!closed && kept.size() < KEPT) {
                kept.push(buffer);
                return;
            }
            counted(-1);
        }
        buffer.arena.close();
    }

    /** Frees what is kept; what is lent is freed when it comes back. */
    public void close() {
        Deque<Buffer> freed;
        synchronized (this) {
            closed = true;
            freed = new ArrayDeque<>(kept);
            kept.clear();
            counted(-freed.size());
        }
        freed.forEach(buffer -> buffer.arena.close());
    }
}
