package org.reelbench.encoding;

import java.nio.file.Path;
import java.util.List;

import org.reelbench.time.RationalTime;

/**
 * What an export made.
 *
 * @param file the file; of numbered pictures, the path with the place for the number
 * @param frames how many frames it holds
 * @param duration how long it plays
 * @param elapsedMs how long it took
 * @param sizeBytes the size of the file or of all pictures
 * @param videoEncoder the encoder of pictures that was used; empty for sound alone
 * @param audioEncoder the encoder of sound that was used; empty if there is no sound
 * @param graph the filter graph of the last frame, for people
 * @param notes what else people should know, a sentence each: why a better encoder was not used, what a slate is seen for, what was
 *            verified
 */
public record ExportSummary(Path file, long frames, RationalTime duration, long elapsedMs, long sizeBytes, String videoEncoder,
        String audioEncoder, String graph, List<String> notes) {

    /** Creates the summary with a list of its own. */
    public ExportSummary {
        notes = List.copyOf(notes);
    }

    /**
     * Returns how much faster than playing the export was.
     *
     * @return seconds of film a second of time
     */
    public double speed() {
        return duration.seconds().toDouble() * 1000 / Math.max(1, elapsedMs);
    }
}
