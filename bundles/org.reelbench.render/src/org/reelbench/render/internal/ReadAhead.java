package org.reelbench.render.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.memory.MemoryBudget;

/**
 * How many decoded pictures wait for renderers, and how many may: all layers share some bytes, so that large pictures, and those
 * of many layers, are few. When memory runs short, none waits for a while. For every thread.
 */
public final class ReadAhead {

    private static final long SHORT_NS = TimeUnit.SECONDS.toNanos(30);
    /** What waits takes at most such a part of what the process may. */
    private static final int BUDGET_PARTS = 10;

    private final LongSupplier clockNs;
    private final Tally tally;
    private final long mostBytes;
    private final AtomicLong oneEachBytes = new AtomicLong();
    private volatile boolean cut;
    private volatile long cutNs;
    private volatile @Nullable MemoryBudget budget;

    /**
     * Creates it, with nothing that waits.
     *
     * @param tally says in the ledger how much waits
     * @param mostBytes how much may wait at most, of all layers together
     * @param clockNs tells the time
     */
    public ReadAhead(Tally tally, long mostBytes, LongSupplier clockNs) {
        this.tally = tally;
        this.mostBytes = mostBytes;
        this.clockNs = clockNs;
    }

    /** The share of one layer. One thread at a time, or under the lock of whoever has it. */
    final class Share implements AutoCloseable {

        private long pictureBytes;

        /** How many pictures of the layer may wait that nobody has asked for; 0 if each is decoded only when it is wanted. */
        int frames() {
            if (cut && clockNs.getAsLong() - cutNs >= SHORT_NS) {
                cut = false;
            }
            return cut ? 0 : (int) Math.min(LayerFeed.DEPTH, limitBytes() / Math.max(1, oneEachBytes.get()));
        }

        /** Counts a picture that waits from now on. */
        void add(VideoFrame frame) {
            long bytes = bytes(frame.format());
            resize(bytes);
            tally.add(bytes);
        }

        /** Counts a picture no more. */
        void remove(VideoFrame frame) {
            tally.add(-bytes(frame.format()));
        }

        private void resize(long bytes) {
            oneEachBytes.addAndGet(bytes - pictureBytes);
            pictureBytes = bytes;
        }

        /** Leaves its share to the others. */
        @Override
        public void close() {
            resize(0);
        }
    }

    /** Returns the share of a layer that has no pictures yet. */
    Share share() {
        return new Share();
    }

    private long limitBytes() {
        MemoryBudget whole = budget;
        return whole == null ? mostBytes : Math.min(mostBytes, whole.bytes() / BUDGET_PARTS);
    }

    /** Lets what waits take a part of a budget. */
    void within(MemoryBudget whole) {
        budget = whole;
    }

    /** Goes on without a budget, unless another one has taken its place. */
    synchronized void leave(MemoryBudget gone) {
        if (budget == gone) {
            budget = null;
        }
    }

    /** How much waits now. */
    long heldBytes() {
        return tally.heldBytes();
    }

    /** Lets nothing wait for a while; returns how much less it will be. */
    long cut() {
        cutNs = clockNs.getAsLong();
        cut = true;
        return Math.max(0, tally.heldBytes() - oneEachBytes.get());
    }

    private static long bytes(PictureFormat picture) {
        return (long) picture.widthPx() * picture.heightPx() * 3 / 2;
    }
}
