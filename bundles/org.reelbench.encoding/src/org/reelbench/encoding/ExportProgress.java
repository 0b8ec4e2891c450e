package org.reelbench.encoding;

/**
 * How far an export is.
 *
 * @param step what it does now
 * @param doneFrames frames done, those of a first pass and of verification too
 * @param totalFrames frames wanted: those of the range for each pass and for verification
 * @param elapsedMs time since the start, without that during which it was paused
 * @param remainingMs time still needed if it goes on like this, or −1 as long as nothing is known
 * @param expectedBytes how large the file will be if it goes on like this, or −1 as long as nothing is known
 */
public record ExportProgress(Step step, long doneFrames, long totalFrames, long elapsedMs, long remainingMs,
        long expectedBytes) {

    /** What an export does, in this order; it may leave steps out. */
    public enum Step {
        /** It looks whether the media are there. */
        LOOKING,
        /** It looks at the film before encoding it. */
        FIRST_PASS,
        /** It encodes the film. */
        ENCODING,
        /** It reads the film and compares it. */
        VERIFYING
    }

    /**
     * Returns the share that is done.
     *
     * @return 0 to 1
     */
    public double fraction() {
        return (double) doneFrames / totalFrames;
    }
}
