package org.reelbench.encoding.preview;

import org.osgi.annotation.versioning.ProviderType;
import org.reelbench.media.Cancellation;

/**
 * Takes what a worker makes of an order. The worker has the order on a lease, which each call renews; a worker that is silent for
 * longer than the lease loses it, and what it sends then is refused.
 * <p>
 * One thread at a time, but for {@link #cancellation}.
 */
@ProviderType
public interface SegmentOutput {

    /**
     * Takes the init segment, before anything else.
     *
     * @param bytes {@code ftyp} and {@code moov}
     * @throws org.reelbench.media.CancelledException if the order is not wanted any more, or the lease is over
     */
    void init(byte[] bytes);

    /**
     * Takes a fragment, which can be read by clients when this returns.
     *
     * @param bytes {@code moof} and {@code mdat}, whole, not changed afterwards
     * @throws org.reelbench.media.CancelledException if the order is not wanted any more, or the lease is over
     */
    void fragment(byte[] bytes);

    /**
     * Says that the worker is at work.
     *
     * @param done how many frames or samples are done
     * @throws org.reelbench.media.CancelledException if the order is not wanted any more, or the lease is over
     */
    void heartbeat(long done);

    /**
     * Returns what tells the worker to stop.
     *
     * @return the token of this lease
     */
    Cancellation cancellation();
}
