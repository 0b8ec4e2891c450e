package org.reelbench.encoding;

import java.nio.file.Path;

import org.reelbench.time.RationalTime;

/**
 * What an export made.
 *
 * @param file the file
 * @param frames how many frames it holds
 * @param duration how long it plays
 * @param elapsedMs how long it took
 * @param sizeBytes the file's size
 * @param videoEncoder the encoder that was used
 * @param graph the filter graph of the last frame, for people
 */
public record ExportSummary(Path file, long frames, RationalTime duration, long elapsedMs, long sizeBytes, String videoEncoder,
        String graph) {

    /**
     * Returns how much faster than playing the export was.
     *
     * @return seconds of film a second of time
     */
    public double speed() {
        return duration.seconds().toDouble() * 1000 / Math.max(1, elapsedMs);
    }
}
