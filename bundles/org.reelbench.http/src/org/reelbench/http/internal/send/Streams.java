package org.reelbench.http.internal.send;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The responses under way. Looked over several times a second: who is past its deadline is cut. For every thread. */
public final class Streams {

    /** How often {@link #lookOver} is to be called. */
    public static final long LOOK_MS = 250;

    /** A piece that takes longer than this makes its client a slow one, which only so many may be at a time. */
    private static final long SLOW_NS = TimeUnit.SECONDS.toNanos(1);

    private final Set<SegmentWriter> active = ConcurrentHashMap.newKeySet();
    private final Traffic traffic;
    private final BooleanSupplier memoryShort;
    private volatile int slowLimit = Integer.MAX_VALUE;

    /**
     * Creates an empty set.
     *
     * @param traffic counts what happens
     * @param memoryShort whether pieces are to be small
     */
    public Streams(Traffic traffic, BooleanSupplier memoryShort) {
        this.traffic = traffic;
        this.memoryShort = memoryShort;
    }

    /** Sets how many clients may be slow at a time before the slowest are cut ahead of their deadline. */
    public void limitSlow(int limit) {
        slowLimit = limit;
    }

    void add(SegmentWriter writer) {
        active.add(writer);
    }

    void remove(SegmentWriter writer) {
        active.remove(writer);
        synchronized (this) {
            notifyAll();
        }
    }

    /** Waits for the end of all responses, so long at most; returns whether they have ended. */
    public synchronized boolean awaitEnd(Duration limit) throws InterruptedException {
        long deadlineNs = System.nanoTime() + limit.toNanos();
        while (!active.isEmpty()) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }

    Traffic traffic() {
        return traffic;
    }

    boolean isMemoryShort() {
        return memoryShort.getAsBoolean();
    }

    /** Cuts whoever takes too long. */
    public void lookOver() {
        long nowNs = System.nanoTime();
        for (SegmentWriter writer : active) {
            if (writer.isPastDeadline(nowNs)) {
                writer.cut(Traffic.End.STALLED);
            }
        }
        List<SegmentWriter> slow = active.stream().filter(writer -> writer.writingForNs(nowNs) > SLOW_NS)
                .sorted(Comparator.comparingLong((SegmentWriter writer) -> writer.writingForNs(nowNs)).reversed()).toList();
        for (int i = 0; i < slow.size() - slowLimit; i++) {
            slow.get(i).cut(Traffic.End.STALLED);
        }
    }

    /** Cuts the responses that send something of an owner. */
    public void cut(Object owner) {
        for (SegmentWriter writer : active) {
            if (writer.owner() == owner) {
                writer.cut(Traffic.End.CHANGED);
            }
        }
    }

    /** Cuts all. */
    public void cutAll() {
        active.forEach(writer -> writer.cut(Traffic.End.CHANGED));
    }

    /**
     * How far a response is.
     *
     * @param owner what it sends something of
     * @param sentBytes how much has gone out
     * @param bytesPerSecond how fast the client takes it
     * @param waitingMs how long the present piece has been on its way
     */
    public record State(Object owner, long sentBytes, long bytesPerSecond, long waitingMs) {
    }

    /** How far the responses under way are. */
    public List<State> states() {
        long nowNs = System.nanoTime();
        return active.stream().map(writer -> writer.state(nowNs)).toList();
    }

    /** How many responses are under way. */
    public int count() {
        return active.size();
    }
}
