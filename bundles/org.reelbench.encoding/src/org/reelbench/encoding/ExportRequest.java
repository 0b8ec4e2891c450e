package org.reelbench.encoding;

import java.nio.file.Path;

import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/**
 * What is to be exported, and where to.
 *
 * @param sequence the snapshot; later edits do not touch the export
 * @param catalog its media
 * @param target the file to make; an existing one is replaced when the new one is whole
 * @param preset how to encode
 * @param fromFrame the first frame of the sequence
 * @param toFrame the frame after the last
 */
public record ExportRequest(Sequence sequence, MediaCatalog catalog, Path target, ExportPreset preset, long fromFrame,
        long toFrame) {

    /**
     * Creates a request.
     *
     * @throws IllegalArgumentException if the range is empty or begins before the sequence
     */
    public ExportRequest {
        if (fromFrame < 0 || toFrame <= fromFrame) {
            throw new IllegalArgumentException("there is nothing from frame " + fromFrame + " to frame " + toFrame);
        }
    }

    /**
     * Returns the request for a whole sequence.
     *
     * @param sequence the snapshot
     * @param catalog its media
     * @param target the file to make
     * @param preset how to encode
     * @return the request
     * @throws IllegalArgumentException if the sequence is empty
     */
    public static ExportRequest whole(Sequence sequence, MediaCatalog catalog, Path target, ExportPreset preset) {
        return new ExportRequest(sequence, catalog, target, preset, 0, sequence.durationFrames());
    }
}
