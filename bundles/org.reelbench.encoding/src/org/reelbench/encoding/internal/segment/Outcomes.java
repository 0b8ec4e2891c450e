package org.reelbench.encoding.internal.segment;

import java.time.Duration;

import org.reelbench.encoding.preview.SegmentOrder;

/** What becomes of orders, on the threads of the lanes. */
public interface Outcomes {

    /**
     * A segment was made and found right; it is to be kept, and {@link GrowingBytes#ready ready} once it can be found.
     *
     * @param order the order
     * @param bytes the segment
     * @param took how long it took to make
     */
    void made(SegmentOrder order, GrowingBytes bytes, Duration took);

    /**
     * A segment could not be made.
     *
     * @param order the order
     * @param encoderToBlame whether it was the encoder that failed, not what is to be encoded
     */
    void failed(SegmentOrder order, boolean encoderToBlame);
}
