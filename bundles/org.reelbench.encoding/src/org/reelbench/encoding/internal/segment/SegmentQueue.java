package org.reelbench.encoding.internal.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.internal.segment.Rank.Level;
import org.reelbench.encoding.internal.segment.SegmentJob.Lease;
import org.reelbench.encoding.preview.SegmentKind;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;

/**
 * The segments that are wanted, and which is next: the most urgent; among those that are equally urgent, the one that goes on
 * where the worker is; never, unless somebody looks at it, one that another worker comes to by itself, as both would then decode
 * the same pictures of the source. What somebody waits for goes by how near it is to a playhead, and by its turn once it waited
 * long.
 * <p>
 * For every thread.
 */
public final class SegmentQueue {

    /** How far a worker is taken to go on by itself. */
    static final Duration RUN = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(5);
    /** Who waited this long for something is not passed any more by those who look nearer to a playhead. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(4);

    private final LongSupplier clockNs;
    private final Predicate<String> isKept;
    private final BiConsumer<String, SegmentStatus> changed;
    private final Map<String, SegmentJob> jobs = new HashMap<>();
    private final Map<Object, Set<String>> wanted = new HashMap<>();
    private int waiting;
    private int busy;
    private long jobsSoFar;
    private boolean closed;

    /**
     * Creates an empty queue.
     *
     * @param clockNs the time
     * @param isKept whether a segment was just made, so that it is not wanted any more; asked under the queue's lock
     * @param changed is told of segments whose status changed, outside of any lock
     */
    public SegmentQueue(LongSupplier clockNs, Predicate<String> isKept, BiConsumer<String, SegmentStatus> changed) {
        this.clockNs = clockNs;
        this.isKept = isKept;
        this.changed = changed;
    }

    /**
     * Says what somebody wants from now on, in place of what it wanted before. What nobody wants any more is stopped.
     *
     * @param owner who
     * @param wishes what; none to end it
     */
    public synchronized void want(Object owner, Collection<Wish> wishes) {
        Set<String> before = wanted.getOrDefault(owner, Set.of());
        Set<String> now = new HashSet<>();
        for (Wish wish : closed ? List.<Wish>of() : wishes) {
            String id = wish.order().segment().id();
            // It may have been finished since somebody saw that it was not there.
            if ((jobs.containsKey(id) || !isKept.test(id)) && now.add(id)) {
                jobs.computeIfAbsent(id, fresh -> new SegmentJob(fresh, jobsSoFar++)).wish(owner, wish, clockNs.getAsLong());
            }
        }
        if (now.isEmpty()) {
            wanted.remove(owner);
        } else {
            wanted.put(owner, now);
        }
        for (String id : before) {
            if (!now.contains(id)) {
                release(id, owner);
            }
        }
        makeWay();
        notifyAll();
    }

    /** Stops something that can wait, if all workers are busy and somebody looks at what is not there. */
    private void makeWay() {
        long nowNs = clockNs.getAsLong();
        long urgent = jobs.values().stream().filter(job -> job.isFree(nowNs) && job.wish().rank().level() == Level.NOW).count();
        long stopped = jobs.values().stream().filter(job -> job.isRunning() && job.isStopping()).count();
        jobs.values().stream().filter(job -> job.isRunning() && !job.isStopping())
                .filter(job -> job.wish().rank().level().compareTo(Level.AHEAD) > 0)
                .sorted((one, other) -> other.wish().rank().compareTo(one.wish().rank()))
                .limit(Math.max(0, urgent - waiting - stopped)).forEach(SegmentJob::stop);
    }

    private void release(String id, Object owner) {
        SegmentJob job = jobs.get(id);
        if (job == null) {
            return;
        }
        job.forget(owner);
        if (!job.isWanted()) {
            Lease lease = job.lease();
            if (lease != null) {
                lease.cancellation.cancel();
            }
            job.bytes().fail("nobody wants it any more");
            jobs.remove(id);
        }
    }

    /**
     * Returns the bytes of a segment that is wanted; of one that failed, what is left of the attempt.
     *
     * @param id the segment
     * @return the bytes, which may be none yet
     */
    public synchronized Optional<GrowingBytes> bytes(String id) {
        return Optional.ofNullable(jobs.get(id)).map(SegmentJob::bytes);
    }

    /**
     * Waits for something to do.
     *
     * @param before what the worker made last, whose readers are still open; at most one of each kind
     * @param silence how long the worker may be silent before the order is another one's
     * @param patience how long to wait
     * @param stopped whether the worker is to end; looked at when the queue is {@link #wake woken}
     * @return what to do; empty if there was nothing, or the queue is closed
     * @throws InterruptedException if the thread is interrupted
     */
    Optional<LeaseOutput> take(List<SegmentOrder> before, Duration silence, Duration patience, BooleanSupplier stopped)
            throws InterruptedException {
        LeaseOutput taken = null;
        synchronized (this) {
            long end = System.nanoTime() + patience.toNanos();
            while (taken == null) {
                boolean ended = closed || stopped.getAsBoolean();
                SegmentJob next = ended ? null : next(before);
                if (next != null) {
                    Lease lease = new Lease(next.wish().order(), silence, clockNs.getAsLong());
                    next.lease(lease);
                    busy++;
                    taken = new LeaseOutput(this, next.id(), lease, next.renew());
                } else {
                    long left = end - System.nanoTime();
                    if (ended || left <= 0) {
                        return Optional.empty();
                    }
                    waiting++;
                    try {
                        TimeUnit.NANOSECONDS.timedWait(this, left);
                    } finally {
                        waiting--;
                    }
                }
            }
        }
        return Optional.of(taken);
    }

    private @Nullable SegmentJob next(List<SegmentOrder> before) {
        long now = clockNs.getAsLong();
        SegmentJob best = null;
        boolean bestContinues = false;
        for (SegmentJob job : jobs.values()) {
            if (!job.isFree(now)) {
                continue;
            }
            Wish wish = job.wish();
            boolean continues = before.stream().anyMatch(wish.order()::continues);
            if (!continues && wish.rank().level() != Level.NOW && isClaimed(wish.order())) {
                continue;
            }
            if (best == null || isBetter(job, continues, best, bestContinues, now)) {
                best = job;
                bestContinues = continues;
            }
        }
        return best;
    }

    private static boolean isBetter(SegmentJob job, boolean continues, SegmentJob best, boolean bestContinues, long now) {
        Rank rank = job.wish().rank();
        Rank bestRank = best.wish().rank();
        int order = rank.level().compareTo(bestRank.level());
        if (order == 0 && rank.level() == Level.NOW) {
            order = Long.compare(distance(job, now), distance(best, now));
        }
        if (order == 0) {
            order = Boolean.compare(bestContinues, continues);
        }
        if (order == 0 && rank.level() != Level.NOW) {
            order = Long.compare(rank.distance(), bestRank.distance());
        }
        return order == 0 ? job.number() < best.number() : order < 0;
    }

    /** How far it is from where somebody looks; next to it, if somebody has waited for it for long. */
    private static long distance(SegmentJob job, long now) {
        long distance = job.wish().rank().distance();
        return job.waitedNs(now) > LONG_WAIT.toNanos() ? Math.min(1, distance) : distance;
    }

    /** Whether another worker comes to it by itself. */
    private boolean isClaimed(SegmentOrder order) {
        if (order.segment().kind() != SegmentKind.PICTURE) {
            return false;
        }
        long reach = order.sequence().rate().framesPerSecond().times(RUN.toSeconds()).ceil();
        for (SegmentJob other : jobs.values()) {
            Lease lease = other.lease();
            if (lease != null && !other.isStopping() && lease.order.sequence() == order.sequence()
                    && lease.order.video().equals(order.video())
                    && order.segment().start() >= lease.order.segment().end()
                    && order.segment().start() < lease.order.segment().end() + reach) {
                return true;
            }
        }
        return false;
    }

    /** Whether the worker still has what it took. */
    private boolean holds(String id, Lease lease) {
        SegmentJob job = jobs.get(id);
        return job != null && job.lease() == lease && !lease.cancellation.isCancelled();
    }

    /** Renews a lease; false if it is over. */
    synchronized boolean renew(String id, Lease lease) {
        lease.renew(clockNs.getAsLong());
        return holds(id, lease);
    }

    /** It is whole, was checked and is kept: that is told even if the lease is over, as others may wait for it. */
    void finish(String id, Lease lease, GrowingBytes bytes) {
        synchronized (this) {
            bytes.ready();
            SegmentJob job = jobs.get(id);
            // Though the worker was told to stop, or it is wanted anew by somebody: it is there.
            if (job != null && (job.lease() == lease || !job.isRunning())) {
                job.bytes().adopt(bytes);
                wanted.values().forEach(ids -> ids.remove(id));
                jobs.remove(id);
                notifyAll();
            }
        }
        changed.accept(id, bytes.status());
    }

    /** It could not be made: it is tried again later, if somebody still wants it; soon, if the worker was told to stop. */
    void fail(String id, Lease lease, GrowingBytes bytes, String why) {
        synchronized (this) {
            SegmentJob job = jobs.get(id);
            if (job == null || job.lease() != lease || lease.cancellation.isCancelled()) {
                release(id, lease, bytes);
                return;
            }
            bytes.fail(why);
            job.lease(null);
            job.failUntil(clockNs.getAsLong() + RETRY.toNanos());
            notifyAll();
        }
        changed.accept(id, bytes.status());
    }

    /** The worker stopped before the end. Who waits for something of which nothing was there yet just goes on waiting. */
    synchronized void release(String id, Lease lease, GrowingBytes bytes) {
        SegmentJob job = jobs.get(id);
        boolean lives = job != null && job.lease() == lease;
        if (job != null && lives) {
            job.lease(null);
            notifyAll();
        }
        if (!lives || bytes.status().state() != SegmentState.PENDING) {
            bytes.fail("it was given up; open it again");
        }
    }

    /** A worker is done with what it took, whatever came of it. */
    synchronized void done() {
        busy--;
    }

    /**
     * Returns how many orders workers are at work on, those included that they were told to stop and have not yet.
     *
     * @return the number
     */
    public synchronized int busy() {
        return busy;
    }

    /** More of it can be read. */
    void grew(String id, GrowingBytes bytes) {
        changed.accept(id, bytes.status());
    }

    /** Takes orders back from workers that were silent for too long, and wakes those who wait for one that had failed. */
    public void expire() {
        List<GrowingBytes> lost = new ArrayList<>();
        synchronized (this) {
            long now = clockNs.getAsLong();
            for (SegmentJob job : jobs.values()) {
                Lease lease = job.lease();
                if (lease != null && lease.isOver(now)) {
                    lease.cancellation.cancel();
                    job.lease(null);
                    lost.add(job.bytes());
                }
            }
            notifyAll();
        }
        lost.forEach(bytes -> bytes.fail("its worker does not answer any more; open it again"));
    }

    /**
     * Returns how urgent a segment is.
     *
     * @param id the segment
     * @return its most urgent rank; empty if nobody wants it
     */
    public synchronized Optional<Rank> rank(String id) {
        return Optional.ofNullable(jobs.get(id)).map(job -> job.wish().rank());
    }

    /**
     * Returns how many segments wait or are being made.
     *
     * @return the number
     */
    public synchronized int size() {
        return jobs.size();
    }

    /** Lets those who wait look whether they are to stop. */
    synchronized void wake() {
        notifyAll();
    }

    /** Ends all; nothing is handed out any more. */
    public synchronized void close() {
        closed = true;
        for (Object owner : List.copyOf(wanted.keySet())) {
            want(owner, List.of());
        }
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
