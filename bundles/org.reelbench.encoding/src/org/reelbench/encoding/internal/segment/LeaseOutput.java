package org.reelbench.encoding.internal.segment;

import org.reelbench.encoding.internal.segment.SegmentJob.Lease;
import org.reelbench.encoding.preview.SegmentOrder;
import org.reelbench.encoding.preview.SegmentOutput;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;

/** What a worker makes of an order goes through here into the segment, as long as the worker has its lease. */
final class LeaseOutput implements SegmentOutput {

    private final SegmentQueue queue;
    private final String id;
    private final Lease lease;
    private final GrowingBytes bytes;

    LeaseOutput(SegmentQueue queue, String id, Lease lease, GrowingBytes bytes) {
        this.queue = queue;
        this.id = id;
        this.lease = lease;
        this.bytes = bytes;
    }

    SegmentOrder order() {
        return lease.order;
    }

    GrowingBytes bytes() {
        return bytes;
    }

    @Override
    public void init(byte[] head) {
        require();
        try {
            bytes.begin(head);
        } catch (DamagedSegment e) {
            throw new IllegalArgumentException("the init segment is none: " + e.getMessage(), e);
        }
        queue.grew(id, bytes);
    }

    @Override
    public void fragment(byte[] fragment) {
        require();
        try {
            bytes.add(fragment);
        } catch (DamagedSegment e) {
            throw new IllegalArgumentException("the fragment is none: " + e.getMessage(), e);
        }
        queue.grew(id, bytes);
    }

    @Override
    public void heartbeat(long done) {
        require();
    }

    private void require() {
        if (!queue.renew(id, lease)) {
            lease.cancellation.cancel();
            throw new CancelledException();
        }
    }

    @Override
    public Cancellation cancellation() {
        return lease.cancellation;
    }

    void finish() {
        queue.finish(id, lease, bytes);
    }

    void fail(String why) {
        queue.fail(id, lease, bytes, why);
    }

    void release() {
        queue.release(id, lease, bytes);
    }
}
