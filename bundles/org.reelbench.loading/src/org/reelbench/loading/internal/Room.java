package org.reelbench.loading.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.MemoryMonitor;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.MemoryUse;
import org.reelbench.memory.Pressure;
import org.reelbench.memory.ProcessMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there is memory for one more decoder: without a monitor there is always. For every thread. */
final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    /** What a process takes beside decoders comes and goes with every picture; the rest of the budget is left to it. */
    private static final double MOST = Pressure.WARNING.from();
    /** Here those that are open give way, too. */
    private static final double TOO_MUCH = Pressure.CRITICAL.until();
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long TELL_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier clockNs;
    private final AtomicLong yielded = new AtomicLong();
    private volatile @Nullable MemoryMonitor monitor;
    /** Of decoders that were let in and have decoded nothing yet, so that the process shows little of them. */
    private long unseenBytes;
    private boolean looked;
    private long lookedNs;
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
            watching.requested(unseenBytes + bytes);
            if (aboveBytes(watching.latest(), unseenBytes + bytes, MOST) > 0) {
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
        return watching != null && aboveBytes(watching.latest(), bytes, MOST) > 0;
    }

    /**
     * Returns how much is to be given back now. To be asked after each picture, as decoders and what waits for the screen grow
     * while they are used; it is looked now and then only.
     */
    long overBytes() {
        MemoryMonitor watching = monitor;
        if (watching == null || !isTimeToLook()) {
            return 0;
        }
        watching.requested(0);
        MemoryReading reading = watching.latest();
        return aboveBytes(reading, 0, TOO_MUCH) > 0 ? aboveBytes(reading, 0, MOST) : 0;
    }

    private synchronized boolean isTimeToLook() {
        long nowNs = clockNs.getAsLong();
        if (looked && nowNs - lookedNs < LOOK_EVERY_NS) {
            return false;
        }
        looked = true;
        lookedNs = nowNs;
        return true;
    }

    /** What is above a share of what process and container may use. Closing decoders does not help a heap that is full. */
    private static long aboveBytes(MemoryReading reading, long moreBytes, double share) {
        ProcessMemory process = reading.process();
        return Math.max(new MemoryUse(process.processBytes() + moreBytes, reading.budgetBytes()).bytesAbove(share),
                new MemoryUse(process.containerBytes() + moreBytes, process.containerLimitBytes()).bytesAbove(share));
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
