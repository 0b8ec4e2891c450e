package org.reelbench.memory.internal.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.MemoryListener;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the monitor does each time it looks: read, decide, climb, tell. On the monitor's thread alone. */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration COOLDOWN = Duration.ofSeconds(30);
    private static final int PERCENT = 100;

    private final InstantSource clock;
    private final Readings readings;
    private final Ladder ladder;
    private final Collection<MemoryListener> listeners;
    private final Runnable trim;
    private final Runnable collect;
    private @Nullable Instant climbedAt;
    private Pressure climbedFor = Pressure.NORMAL;
    private @Nullable Instant warnedAt;

    /**
     * Creates the watch.
     *
     * @param clock tells the time
     * @param readings makes readings
     * @param ladder gives memory back
     * @param listeners who is told, as they come and go
     * @param trim returns what native code freed to the system
     * @param collect collects the Java heap
     */
    Watch(InstantSource clock, Readings readings, Ladder ladder, Collection<MemoryListener> listeners, Runnable trim,
            Runnable collect) {
        this.clock = clock;
        this.readings = readings;
        this.ladder = ladder;
        this.listeners = listeners;
        this.trim = trim;
        this.collect = collect;
    }

    /**
     * Looks at memory once.
     *
     * @param aheadBytes what is about to be taken
     */
    void look(long aheadBytes) throws InterruptedException {
        MemoryReading reading = readings.now(aheadBytes);
        if (reading.pressure() != Pressure.NORMAL && (reading.pressure().compareTo(climbedFor) > 0 || isPast(climbedAt))) {
            reading = climb(reading, aheadBytes);
        } else if (reading.pressure().compareTo(climbedFor) < 0) {
            climbedFor = reading.pressure();
        }
        MemoryReading last = reading;
        tell(listener -> listener.read(last));
        // What is only about to be taken is the business of whoever asked.
        boolean isShort = last.pressure().atLeast(Pressure.WARNING) && last.share() >= Pressure.WARNING.until();
        if (isShort && climbedFor.atLeast(Pressure.WARNING) && isPast(warnedAt)) {
            warnedAt = clock.instant();
            LOG.warn("Memory is short: {} of {} bytes are in use, {} % of what there may be", last.process().processBytes(),
                    last.budgetBytes(), Math.round(last.share() * PERCENT));
            tell(listener -> listener.warned(last));
        }
    }

    private MemoryReading climb(MemoryReading from, long aheadBytes) throws InterruptedException {
        MemoryReading reading = ladder.climb(from, aheadBytes, () -> {
            trim.run();
            return readings.now(aheadBytes);
        });
        if (reading.pressure().atLeast(Pressure.WARNING) && reading.pressure().atLeast(from.pressure())) {
            // What steps let go of on the heap is counted until a collection has seen it.
            collect.run();
            trim.run();
            reading = readings.now(aheadBytes);
        }
        climbedAt = clock.instant();
        climbedFor = from.pressure();
        return reading;
    }

    private boolean isPast(@Nullable Instant before) {
        return before == null || !clock.instant().isBefore(before.plus(COOLDOWN));
    }

    private void tell(Consumer<MemoryListener> news) {
        for (MemoryListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("{} failed when it was told about memory", listener.getClass().getName(), e);
            }
        }
    }
}
