package org.reelbench.encoding.preview;

/**
 * One segment of a sequence: what it is made of, and where it lies.
 * <p>
 * Immutable, safe for every thread. Where a segment lies does not change its bytes: those that are equal but for their place have
 * one id.
 *
 * @param id the recipe's id with what it is encoded with: lower-case letters, digits and hyphens, fit for a file's name and a URL
 * @param kind what it holds
 * @param start the first frame or sample in the sequence
 * @param end the frame or sample after the last
 * @param startTicks when it begins, in ticks of its track, which is what is added to the decoding times of its fragments
 * @param durationTicks how long it is
 * @param ticksPerSecond the time scale of its track: the numerator of the sequence's rate, or its samples a second
 */
public record PreviewSegment(String id, SegmentKind kind, long start, long end, long startTicks, long durationTicks,
        long ticksPerSecond) {

    /**
     * Returns where its bytes go in the sequence.
     *
     * @param firstSequenceNumber the number of its first fragment, 1 or more
     * @return the place to read it with
     */
    public SegmentPlace place(long firstSequenceNumber) {
        return new SegmentPlace(startTicks, firstSequenceNumber);
    }
}
