package org.reelbench.encoding;

import java.nio.file.Path;

import org.reelbench.render.MediaCatalog;
import org.reelbench.render.OriginalMedia;
import org.reelbench.timeline.Sequence;

/**
 * What is to be exported, and where to.
 *
 * @param sequence the snapshot; later edits do not touch the export
 * @param catalog its media; whatever stands in for one of them is left out
 * @param target the file to make. For numbered pictures its name holds a place for the number such as {@code %05d}, or gets one
 *            before its end; the numbers are those of the frames in the sequence
 * @param preset how to encode
 * @param fromFrame the first frame of the sequence
 * @param toFrame the frame after the last
 * @param options how the export goes about its work
 */
public record ExportRequest(Sequence sequence, MediaCatalog catalog, Path target, ExportPreset preset, long fromFrame,
        long toFrame, ExportOptions options) {

    /**
     * Creates a request.
     *
     * @throws IllegalArgumentException if the range is empty or begins before the sequence
     */
    public ExportRequest {
        if (fromFrame < 0 || toFrame <= fromFrame) {
            throw new IllegalArgumentException("there is nothing from frame " + fromFrame + " to frame " + toFrame);
        }
        if (preset.kind() == ExportPreset.Kind.STILL) {
            toFrame = fromFrame + 1;
        }
        catalog = OriginalMedia.of(catalog);
    }

    /**
     * Creates a request with {@link ExportOptions#DEFAULT}.
     *
     * @param sequence the snapshot
     * @param catalog its media
     * @param target the file to make
     * @param preset how to encode
     * @param fromFrame the first frame of the sequence
     * @param toFrame the frame after the last
     * @throws IllegalArgumentException if the range is empty or begins before the sequence
     */
    public ExportRequest(Sequence sequence, MediaCatalog catalog, Path target, ExportPreset preset, long fromFrame,
            long toFrame) {
        this(sequence, catalog, target, preset, fromFrame, toFrame, ExportOptions.DEFAULT);
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

    /**
     * Returns the request with other options.
     *
     * @param other how the export goes about its work
     * @return the request, otherwise the same
     */
    public ExportRequest with(ExportOptions other) {
        return new ExportRequest(sequence, catalog, target, preset, fromFrame, toFrame, other);
    }
}
