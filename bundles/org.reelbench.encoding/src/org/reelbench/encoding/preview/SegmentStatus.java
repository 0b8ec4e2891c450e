package org.reelbench.encoding.preview;

/**
 * How far one segment is.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param state the state
 * @param availableBytes how many bytes of it can be read now; of a segment that is ready, all
 * @param initId what its bytes need before them, see {@link PreviewService#init}; empty where no byte is there
 * @param message why it failed, naming the clip, or an empty text
 */
public record SegmentStatus(SegmentState state, long availableBytes, String initId, String message) {

    /** Of a segment that nobody works on. */
    public static final SegmentStatus PENDING = new SegmentStatus(SegmentState.PENDING, 0, "", "");

    /**
     * Tells whether bytes can be read now.
     *
     * @return true if there are any
     */
    public boolean isReadable() {
        return availableBytes > 0;
    }
}
