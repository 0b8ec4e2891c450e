package org.reelbench.render.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryBudget;
import org.reelbench.memory.MemoryLedger;

/**
 * How many decoded pictures wait for the renderers of a service, and how many may. When memory runs short, one a layer may for a
 * while; then as many as before. Of a small budget they take a part at most. For every thread.
 */
public final class ReadAhead {

    private static final int SHORT_FRAMES = 1;
    private static final long SHORT_NS = TimeUnit.SECONDS.toNanos(30);
    /** What waits takes at most such a part of what the process may, if one a layer takes no more. */
    private static final int BUDGET_PARTS = 10;

    private final LongSupplier clockNs;
    private final AtomicLong heldBytes = new AtomicLong();
    private volatile boolean cut;
    private volatile long cutNs;
    private volatile @Nullable MemoryBudget budget;
    private @Nullable MemoryLedger ledger;
    private @Nullable Account account;

    /**
     * Creates it, with nothing that waits.
     *
     * @param clockNs tells the time
     */
    public ReadAhead(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /** How many pictures of one layer may wait now. */
    int frames() {
        if (cut && clockNs.getAsLong() - cutNs >= SHORT_NS) {
            cut = false;
        }
        return cut || isMuch() ? SHORT_FRAMES : LayerFeed.DEPTH;
    }

    private boolean isMuch() {
        MemoryBudget whole = budget;
        return whole != null && heldBytes.get() >= whole.bytes() / BUDGET_PARTS;
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

    /** Counts a picture that waits from now on. */
    void add(VideoFrame frame) {
        tell(heldBytes.addAndGet(bytes(frame.format())));
    }

    /** Counts a picture no more. */
    void remove(VideoFrame frame) {
        tell(heldBytes.addAndGet(-bytes(frame.format())));
    }

    /** How much waits now. */
    long heldBytes() {
        return heldBytes.get();
    }

    /** Lets less wait for a while; returns how much less it will be. */
    long cut() {
        cutNs = clockNs.getAsLong();
        cut = true;
        return heldBytes.get() * (LayerFeed.DEPTH - SHORT_FRAMES) / LayerFeed.DEPTH;
    }

    /** Says in a ledger how much waits, and in no other. */
    synchronized void tellTo(@Nullable MemoryLedger other) {
        Account before = account;
        if (before != null) {
            before.close();
        }
        ledger = other;
        account = other == null ? null : other.open(Holding.FRAMES, "read ahead");
        tell(heldBytes.get());
    }

    /** Goes on without a ledger, unless another one has taken its place. */
    synchronized void leave(MemoryLedger gone) {
        if (ledger == gone) {
            tellTo(null);
        }
    }

    private synchronized void tell(long bytes) {
        Account open = account;
        if (open != null) {
            open.set(bytes);
        }
    }

    private static long bytes(PictureFormat picture) {
        return (long) picture.widthPx() * picture.heightPx() * 3 / 2;
    }
}
