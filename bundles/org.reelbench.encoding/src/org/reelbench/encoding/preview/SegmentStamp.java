package org.reelbench.encoding.preview;

/**
 * Where a fragment says its number and its time, so that whoever sends it can write others there (ISO 14496-12, {@code mfhd} and
 * {@code tfdt}). Everything else goes out as it is.
 *
 * @param fragmentBytes where in the segment the fragment begins
 * @param numberBytes where in the segment its number stands: 4 bytes, the highest first
 * @param timeBytes where in the segment its decoding time stands: 8 bytes, the highest first
 * @param timeTicks the decoding time as it is kept, in ticks of the track from the segment's start
 */
public record SegmentStamp(long fragmentBytes, long numberBytes, long timeBytes, long timeTicks) {
}
