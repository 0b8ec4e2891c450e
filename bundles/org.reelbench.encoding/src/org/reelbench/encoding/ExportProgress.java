package org.reelbench.encoding;

/**
 * How far an export is.
 *
 * @param doneFrames frames encoded
 * @param totalFrames frames wanted
 * @param elapsedMs time since the start
 * @param remainingMs time still needed if it goes on like this, or −1 as long as nothing is known
 */
public record ExportProgress(long doneFrames, long totalFrames, long elapsedMs, long remainingMs) {

    /**
     * Returns the share that is done.
     *
     * @return 0 to 1
     */
    public double fraction() {
        return (double) doneFrames / totalFrames;
    }
}
