package org.reelbench.loading.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.Pressure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there is memory for one more decoder: without a monitor there is always. For every thread. */
final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    /** What a process takes beside decoders comes and goes with every picture; this much of the budget is left to it. */
    private static final double MOST = Pressure.CRITICAL.until();
    private static final long TELL_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier clockNs;
    private final AtomicLong yielded = new AtomicLong();
    private volatile @Nullable MemoryMonitor monitor;
    /** Of decoders that were let in and have decoded nothing yet, so that the process shows little of them. */
    private long unseenBytes;
    private boolean told;
    private long toldNs;
    private long untoldReaders;
    private long untoldBytes;

    Room(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    void watchedBy(MemoryMonitor watching) {
        monitor = watching;
    }

    /** Goes on without a monitor, unless another one has taken its place. */
    synchronized void leave(MemoryMonitor gone) {
        if (monitor == gone) {
            monitor = null;
        }
    }

    /** Sets room aside if there is enough; to be given back by {@link #seen}. */
    synchronized boolean tryTake(long bytes) {
        MemoryMonitor watching = monitor;
        if (watching != null) {
            boolean isCritical = watching.requested(unseenBytes + bytes) == Pressure.CRITICAL;
            if (isCritical || watching.latest().share(unseenBytes + bytes) >= MOST) {
                return false;
            }
        }
        unseenBytes += bytes;
        return true;
    }

    /** Sets room aside where there is not enough, for somebody who cannot do with less. */
    synchronized void take(long bytes) {
        unseenBytes += bytes;
    }

    /** What was set aside now shows in the process, or is not needed any more. */
    synchronized void seen(long bytes) {
        unseenBytes -= bytes;
    }

    /** Whether what is not needed at once had better not be opened: others would have to give way to it. */
    boolean isShortOf(long bytes) {
        MemoryMonitor watching = monitor;
        return watching != null && watching.latest().share(bytes) >= Pressure.WARNING.from();
    }

    /** How much the process may use; the largest number if nobody says. */
    long budgetBytes() {
        MemoryMonitor watching = monitor;
        return watching == null ? Long.MAX_VALUE : watching.latest().budgetBytes();
    }

    /** Notes that a decoder somebody reads was closed; people are told of it now and then, as it may happen at every picture. */
    synchronized void yielded(long bytes) {
        yielded.incrementAndGet();
        untoldReaders++;
        untoldBytes += bytes;
        long nowNs = clockNs.getAsLong();
        if (!told || nowNs - toldNs >= TELL_EVERY_NS) {
            told = true;
            toldNs = nowNs;
            LOG.info("Short of memory: {} decoders in use gave back {}, and are opened again when they are read",
                    untoldReaders, untoldBytes);
            untoldReaders = 0;
            untoldBytes = 0;
        }
    }

    /** How many decoders that somebody reads were closed so far. */
    long yieldedReaders() {
        return yielded.get();
    }
}
