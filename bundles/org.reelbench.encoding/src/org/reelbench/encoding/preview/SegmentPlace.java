package org.reelbench.encoding.preview;

/**
 * Where the fragments of a segment are said to lie when they are sent.
 *
 * @param startTicks what is added to their decoding times, in ticks of the track
 * @param firstSequenceNumber the number of the first of them, 1 or more; those after it are counted on
 */
public record SegmentPlace(long startTicks, long firstSequenceNumber) {

    /** As they are kept: from 0, numbered from 1. */
    public static final SegmentPlace AS_KEPT = new SegmentPlace(0, 1);
}
