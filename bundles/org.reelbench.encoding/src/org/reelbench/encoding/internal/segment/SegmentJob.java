package org.reelbench.encoding.internal.segment;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.media.Cancellation;

/** A segment that is wanted: who wants it how much, and who works on it. Only the queue touches it, under its lock. */
final class SegmentJob {

    private final String id;
    private final long number;
    private final Map<Object, Wish> wishes = new IdentityHashMap<>();
    private GrowingBytes bytes = new GrowingBytes();
    private @Nullable Lease lease;
    private boolean failed;
    private long retryNs;
    private boolean lookedAt;
    private long lookedAtNs;

    SegmentJob(String id, long number) {
        this.id = id;
        this.number = number;
    }

    /** That a worker has it, until it is silent for too long. */
    static final class Lease {

        final SegmentOrder order;
        final Cancellation cancellation = new Cancellation();
        private final long silenceNs;
        private long heardNs;

        Lease(SegmentOrder order, Duration silence, long nowNs) {
            this.order = order;
            this.silenceNs = silence.toNanos();
            this.heardNs = nowNs;
        }

        void renew(long nowNs) {
            heardNs = nowNs;
        }

        boolean isOver(long nowNs) {
            return nowNs - heardNs > silenceNs;
        }
    }

    String id() {
        return id;
    }

    /** The how manyth that was wanted. */
    long number() {
        return number;
    }

    GrowingBytes bytes() {
        return bytes;
    }

    void wish(Object owner, Wish wish, long nowNs) {
        wishes.put(owner, wish);
        if (!lookedAt && wish.rank().level() == Rank.Level.NOW) {
            lookedAt = true;
            lookedAtNs = nowNs;
        }
    }

    /** For how long somebody has waited for it, in ns. */
    long waitedNs(long nowNs) {
        return lookedAt ? nowNs - lookedAtNs : 0;
    }

    void forget(Object owner) {
        wishes.remove(owner);
    }

    boolean isWanted() {
        return !wishes.isEmpty();
    }

    /** The most urgent of the wishes. */
    Wish wish() {
        return wishes.values().stream().min((one, other) -> one.rank().compareTo(other.rank())).orElseThrow();
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    void lease(@Nullable Lease taken) {
        lease = taken;
    }

    boolean isFree(long nowNs) {
        return lease == null && isWanted() && (!failed || nowNs - retryNs >= 0);
    }

    boolean isRunning() {
        return lease != null;
    }

    /** Whether its worker was told to stop, and has not yet. */
    boolean isStopping() {
        Lease taken = lease;
        return taken != null && taken.cancellation.isCancelled();
    }

    /** Tells its worker to stop, as something else is more urgent; it is free again when the worker has. */
    void stop() {
        Lease taken = lease;
        if (taken != null) {
            taken.cancellation.cancel();
        }
    }

    void failUntil(long whenNs) {
        failed = true;
        retryNs = whenNs;
    }

    /** Begins anew: who has read of the attempt before, if anything came of it, must begin anew as well. */
    GrowingBytes renew() {
        failed = false;
        if (bytes.status().isReadable() || bytes.status().state() != SegmentState.PENDING) {
            bytes.fail("it is made anew; open it again");
            bytes = new GrowingBytes();
        }
        return bytes;
    }
}
