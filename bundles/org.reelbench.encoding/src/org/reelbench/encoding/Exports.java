package org.reelbench.encoding;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that exports sequences.
 * <p>
 * For every thread.
 *
 * <pre>{@code
 * ExportJob job = exports.start(ExportRequest.whole(sequence, catalog, Path.of("film.mp4"), ExportPreset.H264));
 * while (!job.awaitEnd(Duration.ofMillis(100))) {
 *     show(job.progress());
 * }
 * show(job.result());
 * }</pre>
 */
@ProviderType
public interface Exports {

    /**
     * Starts an export.
     *
     * @param request what to export
     * @return the job, already running
     * @throws ExportException {@link ExportException.Reason#ENCODER} or {@link ExportException.Reason#TARGET} if it is clear at
     *             once that it cannot work: no encoder of the preset is installed, the target is no file in a folder that is
     *             there, or another export is making the same file
     */
    ExportJob start(ExportRequest request) throws ExportException;
}
